import Chat
import Testing

@Suite struct RepeatedTurnTests {
    @Test(arguments: StoreKind.allCases)
    func `A turn that is repeated behind its end ends again`(_ kind: StoreKind) async throws {
        let store = try await World(kind).program()
        let id = try await store.createConversation().session.id
        let turn = TurnID.random()
        var answers: [ReplyAnswer] = []
        for _ in 1...2 {
            let begun = try await store.beginNow("Hi", in: id, turn: turn)
            answers.append(
                try await store.finish(begun, with: .assistant("Hello!"), placement: .append))
        }
        #expect(answers[0] == answers[1])
        #expect(try await store.history(of: id, .all).drafts.isEmpty)
        _ = try await store.beginNow("Next", in: id)
        #expect(try await store.said(in: id).count == 5)
    }
}
