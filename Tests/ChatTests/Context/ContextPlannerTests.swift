import Chat
import Testing

@Suite struct ContextPlannerTests {
    private let estimator = TokenEstimator()

    /// A system prompt and some turns of about a hundred tokens each message.
    private func messages(turns: Int, system: Bool = true) -> [ContextPlan.Entry] {
        let text = String(repeating: "word ", count: 70)
        let said =
            (system ? [Message.system("Be brief.")] : [])
            + (0..<turns).flatMap { _ in [Message.user(text), .assistant(text)] }
        return estimator.entries(
            said.enumerated().map { index, message in
                StoredMessage(
                    number: index + 1, timestamp: Timestamp(microseconds: Int64(index) * 10),
                    message: message, member: [])
            })
    }

    @Test func `Everything is sent where the window is not known, or is large enough`() {
        let messages = messages(turns: 30)
        for window in [nil, 65_536] {
            let plan = ContextPlanner(window: window).plan(messages)
            #expect(plan.sent == messages.compactMap(\.message.message))
            #expect(!plan.isCut)
        }
    }

    @Test func `The system message and whole turns at the end are sent, with room for the reply`() {
        let planner = ContextPlanner(window: 2048)
        let plan = planner.plan(messages(turns: 30))
        #expect(plan.isCut)
        #expect(plan.sent.first?.role == .system)
        #expect(plan.sent.dropFirst().first?.role == .user)
        #expect(plan.sent.count % 2 == 1)
        #expect(plan.reserve == 512)
        #expect(plan.tokens <= (2048 - 512) * 45 / 100)
        #expect(plan.leftOut + plan.sent.count == 61)
    }

    @Test func `The beginning stays until the room is full again`() throws {
        let planner = ContextPlanner(window: 2048)
        let all = messages(turns: 60)
        var start: Timestamp?
        var starts: [Timestamp?] = []
        for turns in 1...60 {
            let plan = planner.plan(Array(all.prefix(1 + 2 * turns)), from: start)
            #expect(plan.tokens <= 2048 - 512)
            start =
                plan.isCut
                ? plan.entries.first { $0.isSent && $0.message.number > 1 }?.message.timestamp : nil
            if starts.last != start { starts.append(start) }
        }
        #expect((4...20).contains(starts.count))
    }

    @Test func `The last turn is sent even if it is too large`() {
        let huge = String(repeating: "word ", count: 5000)
        let question = StoredMessage(
            number: 6, timestamp: Timestamp(microseconds: 1000), message: .user(huge), member: [])
        let messages = messages(turns: 2) + estimator.entries([question])
        let plan = ContextPlanner(window: 1024).plan(messages)
        #expect(plan.sent.map(\.role) == [.system, .user])
        #expect(plan.tokens > 1024)
    }

    @Test func `A limited reply needs no more room than its limit, an unlimited one the usual`() {
        #expect(ContextPlanner(window: 4096, longestReply: 100).reserve == 100)
        #expect(ContextPlanner(window: 4096, longestReply: -1).reserve == 1024)
        #expect(ContextPlanner(window: 4096, longestReply: 10_000).reserve == 2048)
        #expect(ContextPlanner(window: 512).reserve == 128)
        #expect(ContextPlanner().reserve == 0)
    }

    @Test func `A number of newest messages is a choice, and no cut`() {
        let plan = ContextPlanner(window: 65_536, recent: 3).plan(messages(turns: 5))
        #expect(plan.sent.map(\.role) == [.system, .assistant, .user, .assistant])
        #expect(!plan.isCut)
        #expect(plan.leftOut == 7)
    }
}
