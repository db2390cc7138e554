import Chat
import Testing

@testable import REPL

@Suite struct UsageStatisticsTests {
    private func session(
        _ name: String, messages: Int = 0, created: Int64 = 9, expiresIn: Int? = nil,
        isPinned: Bool = false
    ) -> Session {
        Session(
            id: .random(), name: name, createdAt: Timestamp(microseconds: created),
            lastActivity: Timestamp(microseconds: 99), messageCount: messages,
            expiresIn: expiresIn, isPinned: isPinned)
    }

    private func stored(_ message: Message?) -> StoredMessage {
        StoredMessage(
            number: 1, timestamp: Timestamp(microseconds: 1), message: message, member: [])
    }

    private func reply(
        _ model: String?, in prompt: Int? = nil, out tokens: Int? = nil, seconds: Int? = nil,
        load: Int? = nil, total: Int? = nil, _ state: MessageState = .complete
    ) -> StoredMessage {
        stored(
            Message(
                role: .assistant, content: "A", state: state, model: model,
                statistics: ReplyStatistics(
                    promptTokens: prompt, replyTokens: tokens,
                    total: total.map { .seconds($0) }, load: load.map { .seconds($0) },
                    evaluation: seconds.map { .seconds($0) })))
    }

    @Test func `Of nothing the figures are nothing`() {
        let statistics = UsageStatistics()
        #expect(statistics.sessionCount == 0)
        #expect(statistics.averageMessages == 0)
        #expect(statistics.oldest == nil)
        #expect(statistics.mostActive == nil)
        #expect(statistics.bytes == nil)
        #expect(statistics.rankedModels.isEmpty)
        #expect(ModelUsage().medianTokensPerSecond == nil)
        #expect(ModelUsage().loadShare == nil)
        #expect(ModelUsage().interruptedShare == 0)
    }

    @Test func `Sessions are counted, and the outstanding ones are known`() {
        var statistics = UsageStatistics()
        statistics.add(session("new", messages: 2, created: 8), bytes: 100)
        statistics.add(session("old", messages: 1, created: 3, isPinned: true), bytes: nil)
        statistics.add(session("long", messages: 7, created: 5), bytes: 300)
        #expect(statistics.sessionCount == 3)
        #expect(statistics.pinnedCount == 1)
        #expect(statistics.messageCount == 10)
        #expect(statistics.averageMessages == 10.0 / 3)
        #expect(statistics.oldest?.name == "old")
        #expect(statistics.mostActive?.name == "long")
        #expect(statistics.bytes == 400)
        #expect(statistics.largest.map(\.session.name) == ["long", "new"])
    }

    @Test func `Of many sessions the five largest are kept`() {
        var statistics = UsageStatistics()
        for size in [3, 9, 1, 7, 5, 8, 2] { statistics.add(session("\(size)"), bytes: size) }
        #expect(statistics.largest.map(\.bytes) == [9, 8, 7, 5, 3])
        #expect(statistics.bytes == 35)
    }

    @Test func `Expiries are sorted by how soon they come`() {
        var statistics = UsageStatistics()
        for seconds in [1, 3_600, 3_601, 86_400, 604_800, 604_801, 9_999_999] {
            statistics.add(session("S", expiresIn: seconds), bytes: nil)
        }
        statistics.add(session("S"), bytes: nil)
        #expect(statistics.expiries == [.hour: 2, .day: 2, .week: 1, .later: 2])
    }

    @Test func `The replies of each model are added up`() throws {
        var statistics = UsageStatistics()
        statistics.add(stored(.user("Q")))
        statistics.add(stored(nil))
        statistics.add(
            reply("tiny:latest", in: 10, out: 20, seconds: 2, load: 1, total: 4))
        statistics.add(reply("tiny", in: 5, out: 90, seconds: 3, load: 2, total: 8))
        statistics.add(reply("tiny", .interrupted))
        statistics.add(reply("big:7b", out: 400, seconds: 4, .interrupted))
        statistics.add(reply(nil))
        #expect(statistics.unreadableCount == 1)
        #expect(statistics.rankedModels.map(\.name) == ["tiny", "big:7b", nil])
        let tiny = try #require(statistics.models["tiny"])
        #expect(tiny.turns == 3)
        #expect(tiny.promptTokens == 15)
        #expect(tiny.replyTokens == 110)
        #expect(tiny.medianTokensPerSecond == 20)
        #expect(tiny.loadShare == 0.25)
        #expect(tiny.interruptedShare == 1.0 / 3)
        #expect(statistics.models["big:7b"]?.loadShare == nil)
        #expect(statistics.models["big:7b"]?.interruptedShare == 1)
    }

    @Test func `Numbers that cannot be are no harm`() {
        var usage = ModelUsage()
        for _ in 1...2 {
            usage.add(
                Message(
                    role: .assistant, content: "",
                    statistics: ReplyStatistics(
                        promptTokens: .max, replyTokens: -5, total: .seconds(1),
                        load: .seconds(9), evaluation: .nanoseconds(1))))
        }
        #expect(usage.promptTokens == .max)
        #expect(usage.replyTokens == 0)
        #expect(usage.loadShare == nil)
        #expect(usage.medianTokensPerSecond == nil)
    }

    @Test func `The median is the middle, to the tenth`() {
        func median(_ numbers: [Double]) -> Double? {
            var median = RunningMedian()
            for number in numbers { median.add(number) }
            return median.value
        }
        #expect(median([]) == nil)
        #expect(median([7]) == 7)
        #expect(median([9, 1, 5]) == 5)
        #expect(median([4, 1, 2, 9]) == 3)
        #expect(median([1, 1, 1, 50]) == 1)
        #expect(median([12.34, 12.34]) == 12.3)
        #expect(median([.nan, .infinity, -3]) == nil)
        #expect(median([1e300]) == 100_000)
        #expect(median((1...10_001).map(Double.init)) == 5_001)
    }

    @Test func `Bars are as long as what they stand for`() {
        let bars = ShareBar(largest: 64, isUTF8: true)
        #expect(bars.text(64) == "████████")
        #expect(bars.text(100) == "████████")
        #expect(bars.text(12) == "█▌")
        #expect(bars.text(1) == "▏")
        #expect(bars.text(0) == "")
        let plain = ShareBar(largest: 8, isUTF8: false)
        #expect(plain.text(6) == "######")
        #expect(ShareBar(largest: 9_000, isUTF8: false).text(1) == "#")
        #expect(ShareBar(largest: 0, isUTF8: true).text(0) == "")
    }

    @Test func `Shares are hundredths, and little is not nothing`() {
        #expect(Percent.text(0) == "0 %")
        #expect(Percent.text(0.001) == "< 1 %")
        #expect(Percent.text(0.255) == "26 %")
        #expect(Percent.text(1) == "100 %")
    }
}
