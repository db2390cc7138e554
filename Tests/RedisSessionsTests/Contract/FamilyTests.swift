import Chat
import Testing

@Suite struct FamilyTests {
    @Test(arguments: StoreKind.allCases)
    func `A family is told from any of its sessions, parents first`(_ kind: StoreKind) async throws
    {
        let store = try await World(kind).program()
        let first = try await store.createConversation(name: "first").session.id
        var ids = [first]
        for parent in [0, 1, 0] {
            ids.append(try await store.branch(NewBranch(of: ids[parent])).session.id)
        }
        _ = try await store.createConversation(name: "stranger")
        let expected = [ids[0], ids[1], ids[3], ids[2]]
        for id in ids {
            #expect(try await store.family(of: id).map(\.id) == expected)
        }
        #expect(try await store.family(of: first).map(\.branchPoint) == [nil, 2, 2, 2])
    }

    @Test(arguments: StoreKind.allCases)
    func `Where a parent is gone, the family begins behind it`(_ kind: StoreKind) async throws {
        let store = try await World(kind).program()
        let first = try await store.createConversation().session.id
        let second = try await store.branch(NewBranch(of: first)).session.id
        let third = try await store.branch(NewBranch(of: second)).session.id
        try await store.delete(first)
        #expect(try await store.family(of: third).map(\.id) == [second, third])
        try await store.delete(third)
        #expect(try await store.family(of: second).map(\.id) == [second])
        await #expect(throws: ChatError.sessionNotFound(first)) {
            _ = try await store.family(of: first)
        }
    }
}
