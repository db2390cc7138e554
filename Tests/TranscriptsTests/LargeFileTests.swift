import Chat
import Synchronization
import Testing
import Transcripts

@Suite struct LargeFileTests {
    private static let count = 1_300

    private func file(_ format: String, padding: Int = 0) throws -> (
        messages: [StoredMessage], bytes: [UInt8]
    ) {
        let rest = String(repeating: ".", count: padding)
        let messages = (0..<Self.count).map { index in
            Samples.stored(
                index.isMultiple(of: 2)
                    ? .user("Q\(index)" + rest) : .assistant("A\(index)" + rest),
                number: index + 1,
                at: Samples.start.advanced(byMicroseconds: Int64(index) * 1_000_000))
        }
        let bytes = try Samples.write(Samples.session("long", of: messages), messages, as: format)
        return (messages, bytes)
    }

    @Test(arguments: ["json", "jsonl"])
    func `Of a long session all messages come, some at a time`(format: String) throws {
        let (messages, bytes) = try file(format)
        var transcript = try TranscriptImport(of: bytes, now: Samples.now)
        let reading = try #require(try transcript.next())
        #expect(try transcript.next() == nil)
        #expect(reading.problems == [])
        #expect(reading.conversations.first?.messages.isEmpty == true)
        let path = reading.path(of: 0)
        #expect(path.count == Self.count)
        #expect(path.start == messages.first?.timestamp)
        #expect(path.end == messages.last?.timestamp)
        #expect(path.suggestedName == "Q0")
        let first = try path.messages(from: 0)
        #expect((1..<Self.count).contains(first.count))
        #expect(try path.messages(from: Self.count).isEmpty)
        let whole = try WholeReading(bytes, now: Samples.now)
        #expect(try whole.path(of: 0).map(\.message) == messages.map(\.message))
        #expect(try whole.path(of: 0).map(\.timestamp) == messages.map(\.timestamp))
    }

    @Test(arguments: ["json", "jsonl"])
    func `Bad messages between the pages of a session change nothing of the others`(
        format: String
    ) throws {
        let (messages, bytes) = try file(format)
        var text = String(decoding: bytes, as: UTF8.self)
        let bad = [0, 499, 500, 501, 999, 1_000, 1_299]
        for index in bad {
            let content = index.isMultiple(of: 2) ? "Q\(index)" : "A\(index)"
            text = text.replacing(#""content":"\#(content)""#, with: #""content":5"#)
        }
        let whole = try WholeReading(Array(text.utf8), now: Samples.now)
        #expect(whole.problems.filter { $0.kind == .loss }.count == bad.count)
        #expect(whole.problems.last?.place.hasSuffix("message 1300") == true)
        let good = messages.enumerated().filter { !bad.contains($0.offset) }.map(\.element)
        #expect(try whole.path(of: 0).map(\.message) == good.map(\.message))
        #expect(try whole.path(of: 0).map(\.timestamp) == good.map(\.timestamp))
    }

    @Test(arguments: ["json", "jsonl"])
    func `Little of a file is in memory at once`(format: String) throws {
        let source = CountedSource(bytes: try file(format, padding: 600).bytes)
        let whole = try WholeReading(source, now: Samples.now)
        #expect(try whole.path(of: 0).count == Self.count)
        #expect(source.largest < source.bytes.count / 2)
    }

    @Test func `A file that changes while it is read is refused`() throws {
        let bytes = try file("json").bytes
        let source = CountedSource(bytes: bytes)
        var transcript = try TranscriptImport(of: source, now: Samples.now)
        let path = try #require(try transcript.next()).path(of: 0)
        let mark = try #require(bytes.firstRange(of: Array("A7".utf8)))
        source.change(at: mark.lowerBound, to: UInt8(ascii: "B"))
        #expect(throws: TranscriptError.self) { try path.messages(from: 0) }
        #expect(throws: Never.self) { try path.messages(from: 500) }
    }

    @Test func `What the system says of a file is not lost`() throws {
        let source = CountedSource(bytes: try file("json", padding: 600).bytes)
        var transcript = try TranscriptImport(of: source, now: Samples.now)
        let path = try #require(try transcript.next()).path(of: 0)
        source.fail(from: source.bytes.count / 2)
        #expect(throws: Unreadable.self) { try WholeReading(source, now: Samples.now) }
        #expect(throws: Unreadable.self) {
            var position = 0
            while position < path.count {
                position += try path.messages(from: position).count
            }
        }
    }

    @Test func `The conversations of a list come one after the other`() throws {
        let bytes = try ForeignFormatTests.bytes("chatgpt.json")
        let whole = try WholeReading(bytes, now: Samples.now)
        var transcript = try TranscriptImport(of: bytes, now: Samples.now)
        var counts: [Int] = []
        while let reading = try transcript.next() { counts.append(reading.conversations.count) }
        #expect(counts.reduce(0, +) == whole.conversations.count)
        #expect(counts.count { $0 > 0 } > 1)
        #expect(counts.allSatisfy { $0 < whole.conversations.count })
    }

    @Test func `A file that ends too early says so`() throws {
        let (_, bytes) = try file("json")
        let cut = try #require(bytes.firstRange(of: Array(#""messages""#.utf8))).lowerBound
        let error = #expect(throws: TranscriptError.self) {
            try TranscriptImport(of: Array(bytes[..<(cut - 4)]), now: Samples.now)
        }
        #expect(error?.description == "This file ends too early.")
        let half = try WholeReading(Array(bytes[..<(bytes.count / 2)]), now: Samples.now)
        #expect(try (600..<700).contains(half.path(of: 0).count))
        #expect(half.problems.map(\.kind) == [.loss])
        #expect(half.problems[0].sentence.hasPrefix("The file ends too early"))
    }

    @Test func `A line that is cut off is told of as such`() throws {
        let bytes = try file("jsonl").bytes
        let half = try WholeReading(bytes.dropLast(20) + [], now: Samples.now)
        #expect(try half.path(of: 0).count == Self.count - 1)
        #expect(half.problems.map(\.place) == ["line 1301"])
        #expect(half.problems[0].sentence.hasPrefix("The file ends too early"))
    }
}

/// A file that can change, fail, and says how much of it was read at once.
private final class CountedSource: TranscriptSource {
    private struct State {
        var bytes: [UInt8]
        var largest = 0
        var end = Int.max
    }

    private let state: Mutex<State>

    init(bytes: [UInt8]) { state = Mutex(State(bytes: bytes)) }

    var bytes: [UInt8] { state.withLock(\.bytes) }
    var largest: Int { state.withLock(\.largest) }

    func change(at index: Int, to byte: UInt8) { state.withLock { $0.bytes[index] = byte } }

    func fail(from offset: Int) { state.withLock { $0.end = offset } }

    func read(from offset: Int, atMost limit: Int) throws -> [UInt8] {
        try state.withLock { state in
            guard offset < state.end else { throw Unreadable() }
            let part = state.bytes.read(from: offset, atMost: limit)
            state.largest = max(state.largest, part.count)
            return part
        }
    }
}

private struct Unreadable: Error {}
