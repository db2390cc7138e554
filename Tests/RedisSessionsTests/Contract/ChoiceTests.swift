import Chat
import Testing

@Suite struct ChoiceTests {
    @Test(arguments: StoreKind.allCases)
    func `What is decided of messages is kept, and goes along with a branch and a copy`(
        _ kind: StoreKind
    ) async throws {
        let store = try await World(kind).program()
        let made = try await store.createConversation()
        let moments = made.messages.map(\.timestamp)
        #expect(made.session.choices.isEmpty)
        let choices = ContextChoices(always: [moments[0]], never: [moments[1]])
        #expect(try await store.change(made.session.id, [.choices(choices)]).choices == choices)
        #expect(try await store.list(offset: 0, limit: 1).sessions.first?.choices == choices)
        let branch = try await store.branch(NewBranch(of: made.session.id))
        #expect(branch.session.choices == choices)
        let copy = SessionCopy(
            id: .random(), choices: choices, createdAt: moments[0],
            messages: made.messages.compactMap { stored in
                stored.message.map { .init($0, at: stored.timestamp) }
            })
        _ = try await store.insert(copy) { _ in [] }
        #expect(try await store.history(of: copy.id, .last(0)).session.choices == choices)
        let none = try await store.change(made.session.id, [.choices(ContextChoices())])
        #expect(none.choices.isEmpty)
    }

    @Test func `The last decision on a message holds`() {
        let moment = Timestamp(microseconds: 1)
        var choices = ContextChoices()
        choices.pin([moment])
        choices.exclude([moment])
        #expect(choices == ContextChoices(never: [moment]))
        choices.pin([moment])
        #expect(choices == ContextChoices(always: [moment]))
        choices.forget([moment])
        #expect(choices.isEmpty)
        #expect(ContextChoices(always: [moment], never: [moment]).always.isEmpty)
    }
}
