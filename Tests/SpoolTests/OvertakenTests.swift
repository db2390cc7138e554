import Chat
import TestSupport
import Testing

@testable import Spool

@Suite struct OvertakenTests {
    @Test func `A reply that others overtook is in a branch, and that is told`() async throws {
        let world = try SpoolWorld()
        let conversation = Conversation(
            new: NewSession(model: "tiny:latest"), of: world.program(),
            with: ScriptedModel([.text("A1"), .text("A2")]))
        _ = try await conversation.run(.send("Q1")) { _ in }
        let id = try #require(await conversation.session).id
        world.server.inject(.away, on: .finish)
        world.server.inject(.away, on: .other)
        _ = try await conversation.run(.send("Q2")) { _ in }
        try await world.memory.append([.user("theirs")], to: id, operation: .random())
        #expect(await world.waitUntilBack())
        let messages = try await world.memory.history(of: id, .all).messages
        #expect(messages.compactMap(\.message?.content) == ["Q1", "A1", "Q2", "theirs"])
        let branches = world.changes.compactMap { change in
            if case .branched(let branch) = change { branch.id } else { nil }
        }
        let branch = try await world.memory.history(of: try #require(branches.first), .all)
        #expect(branch.messages.compactMap(\.message?.content) == ["Q1", "A1", "Q2", "A2"])
        #expect(branches.count == 1)
    }
}
