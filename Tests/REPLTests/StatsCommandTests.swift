import Chat
import TestSupport
import Testing

@testable import REPL

/// The figures of a session and of the store.
@Suite struct StatsCommandTests {
    private func store() async throws -> MemorySessionStore {
        let store = MemorySessionStore()
        let statistics = ReplyStatistics(
            promptTokens: 40, replyTokens: 100, total: .seconds(10), load: .seconds(1),
            evaluation: .seconds(5))
        for (name, model, turns) in [("Tea", "smollm2", 3), ("Green tea", "qwen3:4b", 1)] {
            let turn = [
                Message.user("Q"),
                Message(
                    role: .assistant, content: "A", state: .interrupted, model: model,
                    statistics: statistics),
            ]
            _ = try await store.create(
                NewSession(
                    name: name, messages: (0..<turns).flatMap { _ in turn }))
        }
        return store
    }

    @Test func `The active session is told of, or another one`() async throws {
        let dialogue = await Dialogue.hold(
            "/stats", "/open Tea", "/stats", "/stats green tea", store: try await store())
        #expect(dialogue.shown.contains("Nothing was said in this session yet."))
        #expect(dialogue.shown.contains("Session    “Tea”"))
        #expect(dialogue.shown.contains("Session    “Green tea”"))
        #expect(dialogue.shown.contains("Expires    never"))
        #expect(dialogue.shown.contains("smollm2      3        120  300      20.0     10 %"))
        #expect(!dialogue.shown.contains("█"))
    }

    @Test func `The store is told of with its largest sessions, which can be opened`() async throws
    {
        let store = try await store()
        let tea = try #require(try await store.find("Tea").first)
        _ = try await store.change(tea.id, [.timeToLive(.seconds(600)), .model("smollm2")])
        let dialogue = await Dialogue.hold("/stats --all", "/open #1", store: store)
        #expect(dialogue.shown.contains("Sessions     2"))
        #expect(dialogue.shown.contains("Messages     8, 4.0 in a session on average"))
        #expect(dialogue.shown.contains("Oldest       “Tea”"))
        #expect(dialogue.shown.contains("Most active  “Tea”, 6 messages"))
        #expect(dialogue.shown.contains("  ████████\n"))
        #expect(dialogue.shown.contains("within an hour"))
        #expect(dialogue.shown.contains("Tea (6 messages"))
    }

    @Test func `A store without sessions says so`() async {
        let dialogue = await Dialogue.hold("/stats --all")
        #expect(dialogue.shown.contains("There are no sessions yet."))
    }

    @Test func `Long sessions are read in pieces, and a deleted one ends early`() async throws {
        let inside = MemorySessionStore()
        let long = try await inside.create(
            NewSession(
                name: "Long",
                messages: (1...1200).map { _ in
                    Message(role: .assistant, content: "A", model: "tiny")
                })
        ).session
        let store = FaultyStore(inside)
        let statistics = try await UsageReading(store).one(long)
        #expect(statistics.models["tiny"]?.turns == 1200)
        #expect(store.count(of: .history) == 3)
        try await inside.delete(long.id)
        #expect(try await UsageReading(store).one(long).models.isEmpty)
    }

    @Test func `A cancelled reading stops`() async throws {
        let store = try await store()
        let task = Task { () throws -> Int in
            withUnsafeCurrentTask { $0?.cancel() }
            return try await UsageReading(store).all { _ in }.sessionCount
        }
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test func `Everything fits eighty columns`() async throws {
        let dialogue = Dialogue(
            ScriptedLines(["/stats --all"]), store: try await store(), columns: 80)
        await dialogue.run()
        for line in dialogue.shown.split(separator: "\n") {
            #expect(line.count <= 80, "\(line)")
        }
    }

    @Test func `Sessions and the option are completed`() async throws {
        let context = CompletionContext(store: try await store(), server: ScriptedModel())
        #expect(await Completer(context).complete("/stats --").candidates.map(\.text) == ["--all"])
        #expect(await Completer(context).complete("/stats te").candidates.map(\.text) == ["Tea"])
    }
}
