import Chat
import Testing

@Suite struct ImageTests {
    private let cat = MessageImage([0x89, 0, 255, 10])
    private let dog = MessageImage([1, 2, 3])

    @Test(arguments: StoreKind.allCases)
    func `Images are with the session, whichever message brought them`(
        _ kind: StoreKind
    ) async throws {
        let store = try await World(kind).program()
        var new = NewSession(messages: [.user("A cat", with: [cat])])
        new.images = [cat]
        let made = try await store.create(new)
        let turn = TurnRequest(
            question: .user("A dog", with: [dog]), images: [dog], lastSeen: nil, model: "m")
        guard case .begun = try await store.begin(turn, in: new.id) else {
            Issue.record("The turn did not begin.")
            return
        }
        let wanted: Set = [cat.digest, dog.digest, "00"]
        let all = [cat.digest: cat.bytes, dog.digest: dog.bytes]
        #expect(try await store.images(wanted, of: new.id) == all)
        #expect(try await store.images([cat.digest], of: new.id) == [cat.digest: cat.bytes])
        let messages = try await store.history(of: made.session.id, .all).messages
        #expect(messages.map(\.message?.images) == [[cat.digest], [dog.digest]])
        #expect(messages.map(\.said) == ["user: A cat", "user: A dog"])
    }

    @Test(arguments: StoreKind.allCases)
    func `A branch has the images too`(_ kind: StoreKind) async throws {
        let store = try await World(kind).program()
        var new = NewSession(messages: [.user("A cat", with: [cat])])
        new.images = [cat]
        _ = try await store.create(new)
        let branch = try await store.branch(
            NewBranch(of: new.id, through: nil, name: "b", adding: []))
        #expect(
            try await store.images([cat.digest], of: branch.session.id)
                == [cat.digest: cat.bytes])
    }
}
