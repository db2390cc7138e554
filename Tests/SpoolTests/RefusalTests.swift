import Chat
import TestSupport
import Testing

@testable import Spool

@Suite struct RefusalTests {
    @Test func `What only the server can do is refused in a sentence while it is away`()
        async throws
    {
        let world = try SpoolWorld()
        let store = world.program()
        let id = try await store.create(name: "S").id
        world.server.set(isAway: true)
        await #expect(throws: SpoolError.needsStore) { try await store.delete(id) }
        await #expect(throws: SpoolError.needsStore) {
            try await store.setSystemPrompt("S", of: id)
        }
        await #expect(throws: SpoolError.notSeen) {
            _ = try await store.history(of: .random(), .all)
        }
    }
}
