import Chat
import Testing
import Transcripts

@Suite struct TimestampRepairTests {
    private func read(_ times: [String], created: String = "null") throws -> WholeReading {
        let messages = times.map { #"{"role":"user","content":"x","timestamp":\#($0)}"# }
        return try TranscriptImport.read(
            Array(
                #"{"metadata":{"created_at":\#(created)},"messages":[\#(messages.joined(separator: ","))]}"#
                    .utf8), now: Timestamp(microseconds: 1_000_000_000))
    }

    @Test(
        arguments: [
            (["10", "20"], [10_000_000, 20_000_000], nil),
            (["10", "10", "5"], [10_000_000, 10_000_001, 10_000_002], "2 were not later"),
            (["null", "20", "null"], [19_999_999, 20_000_000, 20_000_001], "2 had no time"),
            (["5000", "6000"], [999_999_999, 1_000_000_000], "2 were in the future"),
            (["1000", "5000"], [999_999_999, 1_000_000_000], "1 were in the future"),
            (["null", "null"], [999_999_999, 1_000_000_000], "No message says"),
            (["\"x\"", "-4", "20"], [19_999_998, 19_999_999, 20_000_000], "2 had no time"),
        ] as [([String], [Int64], String?)])
    func `Times are put in order`(times: [String], expected: [Int64], remark: String?) throws {
        let reading = try read(times)
        let messages = try #require(reading.conversations.first?.messages)
        #expect(messages.map(\.timestamp.microseconds) == expected)
        let sentences = reading.problems.map(\.sentence)
        #expect(sentences.count == (remark == nil ? 0 : 1))
        #expect(remark.map { remark in sentences.contains { $0.contains(remark) } } ?? true)
        #expect(reading.problems.allSatisfy { $0.kind == .remark })
    }

    @Test func `A conversation without times begins when it was created`() throws {
        let messages = try #require(
            read(["null", "null"], created: "50").conversations.first?.messages)
        #expect(messages.map(\.timestamp.microseconds) == [50_000_000, 50_000_001])
    }

    @Test(arguments: 0..<40)
    func `Whatever the times are, they end up in order`(seed: Int) throws {
        var samples = Samples(seed: seed + 1)
        let times = (0..<30).map { _ in
            [
                "null", "0", "5", "999.999999", "1000", "1001", "1e300", "17",
                "\"2001-01-01T00:00:00Z\"",
            ]
            .randomElement(using: &samples) ?? "1"
        }
        let messages = try #require(read(times).conversations.first?.messages)
        #expect(messages.count == 30)
        #expect(zip(messages, messages.dropFirst()).allSatisfy { $0.timestamp < $1.timestamp })
        #expect(messages.allSatisfy { $0.timestamp.microseconds <= 1_000_000_000 })
        #expect(messages.allSatisfy { $0.timestamp.microseconds >= 0 })
    }

    @Test(arguments: [
        ("\"2025-10-09T08:53:20.000123Z\"", 1_760_000_000_000_123),
        ("\"2025-10-09T10:53:20+02:00\"", 1_760_000_000_000_000),
        ("\"2025-10-09 08:53:20\"", 1_760_000_000_000_000),
        ("\"2024-02-29T00:00:00Z\"", 1_709_164_800_000_000),
        ("1760000000123", 1_760_000_000_123_000), ("\"1760000000.5\"", 1_760_000_000_500_000),
    ])
    func `Moments are read in the forms that others write`(text: String, expected: Int64) throws {
        let bytes = Array(
            #"{"messages":[{"role":"user","content":"x","timestamp":\#(text)}]}"#.utf8)
        let reading = try TranscriptImport.read(bytes, now: Samples.now)
        #expect(reading.conversations.first?.messages.first?.said?.microseconds == expected)
    }
}
