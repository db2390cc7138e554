import Chat
import TestSupport
import Testing

/// `/pin-message` and `/exclude`.
@Suite struct MessageChoiceCommandTests {
    private func store() async throws -> MemorySessionStore {
        let store = MemorySessionStore()
        _ = try await store.create(
            NewSession(
                name: "Talk", model: "tiny:latest",
                messages: (1...3).flatMap { [Message.user("q\($0)"), .assistant("a\($0)")] }))
        return store
    }

    @Test func `Messages are pinned and excluded by their numbers, and that is shown`()
        async throws
    {
        let model = ScriptedModel()
        let shown = await Dialogue.hold(
            "/open Talk", "/pin-message 1", "/exclude 3 4", "/context", "and?", model: model,
            store: try await store()
        ).shown
        for text in [
            "Message 1 is always sent", "Messages 3 and 4 are not sent", "sent, pinned",
            "excluded", "2 messages are excluded.",
        ] {
            #expect(shown.contains(text), "\(text) is missing in \(shown)")
        }
        #expect(
            model.requests.last?.messages.map(\.content) == ["q1", "a1", "q3", "a3", "and?"])
    }

    @Test func `Both are taken back, and a number that no message has changes nothing`()
        async throws
    {
        let model = ScriptedModel()
        let shown = await Dialogue.hold(
            "/open Talk", "/exclude 3", "/exclude --undo 3", "/pin-message 2",
            "/pin-message 2 --undo", "/exclude 4 99", "/exclude", "and?", model: model,
            store: try await store()
        ).shown
        #expect(shown.contains("Message 3 is sent as long as there is room."))
        #expect(shown.contains("There is no message 99"))
        #expect(model.requests.last?.messages.count == 7)
    }
}
