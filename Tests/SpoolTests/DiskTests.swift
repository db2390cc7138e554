import Chat
import PlatformFoundation
import TestSupport
import Testing

@testable import Spool

/// A disk that does not take what is said while the server is away.
@Suite struct DiskTests {
    private let world: SpoolWorld
    private let store: SpooledStore

    init() throws {
        world = try SpoolWorld()
        store = world.program()
    }

    @Test func `What the disk did not take was not said`() async throws {
        let id = try await store.create(NewSession(messages: [.system("S")])).session.id
        world.server.set(isAway: true)
        _ = try await store.history(of: id, .all)
        try world.folder.write("", to: "data")
        await #expect(throws: SpoolError.self) { try await store.begin("Q1", in: id) }
        try FileManager.default.removeItem(atPath: world.folder.file("data"))
        let turn = try await store.begin("Q2", in: id)
        #expect(turn.messageCount == 2)
        _ = try await store.finish(turn, with: .assistant("A2"), placement: .append)
        world.server.set(isAway: false)
        #expect(await world.waitUntilBack())
        #expect(try await world.contents() == ["S", "Q2", "A2"])
    }

    @Test func `A disk that refused once is used when it can be`() async throws {
        let id = try await store.create(NewSession(messages: [.system("S")])).session.id
        world.server.set(isAway: true)
        try SpoolFile.makeFolder(world.spoolFolder.path)
        try world.folder.write("", to: "data/spool/run.spool")
        try await store.chat("Q", "A", in: id)
        world.server.set(isAway: false)
        #expect(await world.waitUntilBack())
        #expect(try await world.contents() == ["S", "Q", "A"])
    }
}
