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

    @Test func `A reply that the server will never take is kept in a file, once`() async throws {
        let world = try SpoolWorld()
        let store = world.program()
        let id = try await store.create(NewSession(messages: [.system("S")])).session.id
        let turn = try await store.begin("Q", in: id)
        for _ in 0..<2 {
            world.server.inject(.refused, on: .finish)
            await #expect(throws: FaultyStore.Failure.self) {
                _ = try await store.finish(turn, with: .assistant("precious"), placement: .append)
            }
        }
        #expect(!store.status.isAway)
        let kept = world.spoolFolder.waiting()
        #expect(kept.flatMap(\.messages).map(\.message.content) == ["precious"])
        #expect(world.changes.count { if case .kept = $0 { true } else { false } } == 1)
    }
}
