import Chat
import TestSupport
import Testing

@testable import REPL

/// `/context`, `/compact` and `/prune --summarize`.
@Suite struct CompactCommandTests {
    private func store(turns: Int) async throws -> MemorySessionStore {
        let store = MemorySessionStore()
        _ = try await store.create(
            NewSession(
                name: "Talk", systemPrompt: "Be brief.", model: "tiny:latest",
                messages: (1...turns).flatMap { number in
                    [Message.user("question \(number)"), .assistant("answer \(number)")]
                }))
        return store
    }

    private func summary(_ store: MemorySessionStore) async throws -> String? {
        try await store.list(offset: 0, limit: 1).sessions.first?.summary?.text
    }

    @Test func `The summary is shown, sent, and taken back`() async throws {
        let store = try await store(turns: 5)
        let model = ScriptedModel([.text("They counted.")])
        let shown = await Dialogue.hold(
            "/open Talk", "/compact --dry-run", "/compact", "/context", model: model, store: store
        ).shown
        for text in [
            "Messages 2 to 7 would be summarised", "They counted.",
            "Messages 2 to 7 are summarised in what is sent", "2–7", "summarised", "summary",
        ] {
            #expect(shown.contains(text), "\(text) is missing in \(shown)")
        }
        #expect(model.requests.count == 1)
        #expect(try await summary(store) == "They counted.")
        let back = await Dialogue.hold("/open Talk", "/compact --undo", store: store).shown
        #expect(back.contains("taken back"))
        #expect(try await summary(store) == nil)
    }

    @Test func `What cannot be summarised is told`() async throws {
        let store = try await store(turns: 1)
        let shown = await Dialogue.hold(
            "/compact", "/open Talk", "/compact", "/compact --undo", "/compact --undo --dry-run",
            store: store
        ).shown
        for text in [
            "Nothing was said in this session yet", "There is nothing to summarise",
            "Nothing is summarised in this session", "--undo stands alone",
        ] {
            #expect(shown.contains(text), "\(text) is missing in \(shown)")
        }
    }

    @Test func `What is pruned is summarised before it goes`() async throws {
        let store = try await store(turns: 5)
        let model = ScriptedModel([.text("They counted.")])
        let dialogue = await Dialogue.hold(
            "/open Talk", "/prune --keep 2 --summarize", "y", "and now?", model: model,
            store: store)
        #expect(
            dialogue.lines.prompts.contains {
                $0.text().contains("Summarise and take the oldest 8 messages")
            })
        #expect(try await summary(store) == "They counted.")
        let session = try #require(try await store.list(offset: 0, limit: 1).sessions.first)
        #expect(session.messageCount == 5)
        #expect(try await store.shelf(of: session.id).count == 1)
        #expect(
            model.requests.last?.messages.map(\.role) == [
                .system, .system, .user, .assistant, .user,
            ])
    }

    @Test func `What is not summarised is not pruned`() async throws {
        let store = try await store(turns: 5)
        let model = ScriptedModel([.failing([], ChatError.streamCut)])
        _ = await Dialogue.hold(
            "/open Talk", "/prune --keep 2 --summarize", "y", model: model, store: store)
        #expect(try await store.list(offset: 0, limit: 1).sessions.first?.messageCount == 11)
    }
}
