import Chat
import Synchronization
import TestSupport
import Testing

@testable import REPL

/// Commands that take messages and sessions away, and bring them back.
@Suite struct TrashCommandTests {
    @Test func `A deleted session is listed in the trash and comes back`() async throws {
        let dialogue = await Dialogue.hold(
            "Tea", "/delete", "y", "/trash", "/undelete #1", "/open tea", "more")
        #expect(dialogue.shown.contains("/undelete brings it back."))
        #expect(dialogue.shown.contains("“Tea” is back, with 2 messages."))
        #expect(
            dialogue.model.requests.last?.messages.map(\.content) == ["Tea", "echo: Tea", "more"])
        let byName = await Dialogue.hold(
            "/delete tea", "y", "/undelete TEA", "/trash", "/undelete coffee",
            store: dialogue.store)
        #expect(byName.shown.contains("“Tea” is back"))
        #expect(byName.shown.contains("The trash is empty."))
        #expect(byName.shown.contains("There is no “coffee” in the trash."))
    }

    @Test func `What is purged cannot come back, from the trash either`() async throws {
        let dialogue = await Dialogue.hold(
            "Tea", "/delete --purge", "y", "Coffee", "/delete", "y", "/delete --purge Coffee", "y",
            "/trash")
        #expect(dialogue.shown.contains("Nothing of “Tea” is left."))
        #expect(dialogue.shown.contains("Nothing of “Coffee” is left."))
        #expect(dialogue.shown.contains("The trash is empty."))
        #expect(try await dialogue.store.list(offset: 0, limit: 9).total == 0)
    }

    @Test func `Old messages are taken off after a preview, and numbers stay`() async throws {
        let store = MemorySessionStore()
        let made = try await store.create(
            NewSession(
                name: "Long", systemPrompt: "S",
                messages: (1...9).map { .user("message \($0)") }))
        let before = try await store.history(of: made.session.id, .all).messages
        let dialogue = await Dialogue.hold(
            "/open Long", "/prune --keep 2", "n", "/prune --keep 2", "y", "/history", store: store)
        #expect(
            dialogue.lines.prompts.contains { $0.text().contains("Take the oldest 7 messages (") })
        #expect(dialogue.shown.contains("Nothing was taken off."))
        #expect(dialogue.shown.contains("Took off 7 messages"))
        let left = try await store.history(of: made.session.id, .all).messages
        #expect(left.map(\.number) == [8, 9, 10])
        #expect(left.dropFirst() == before.suffix(2))
        let back = await Dialogue.hold("/open Long", "/shelf #1", store: store)
        #expect(back.shown.contains("Put back 7 messages."))
        #expect(try await store.history(of: made.session.id, .all).messages == before)
    }

    @Test func `What is pruned is decided by number, age and tokens`() throws {
        let messages = (1...10).map { number in
            StoredMessage(
                number: number, timestamp: Timestamp(microseconds: Int64(number)),
                message: number == 1
                    ? .system("S") : .user(String(repeating: "word ", count: 8)),
                member: Array("\(number)".utf8))
        }
        func left(_ rule: PruneRule) -> [Int] { rule.pruned(of: messages).map(\.number) }
        #expect(left(PruneRule(keep: 7)) == [2, 3])
        #expect(left(PruneRule(keep: 99)) == [])
        #expect(left(PruneRule(cutoff: Timestamp(microseconds: 5))) == [2, 3, 4])
        // Eleven tokens of text and five besides, each.
        #expect(left(PruneRule(maxTokens: 50)) == [2, 3, 4, 5, 6, 7])
        #expect(left(PruneRule(keep: 8, cutoff: Timestamp(microseconds: 5))) == [2, 3, 4])
    }

    @Test func `Pruning wants to be told what to keep`() async {
        let dialogue = await Dialogue.hold(
            "Q", "/prune", "/prune --older-than soon", "/prune --sessions", "/prune --keep -1")
        #expect(dialogue.shown.contains("Say what to keep: --keep, --older-than or --max-tokens."))
        #expect(dialogue.shown.contains("“soon” is no duration."))
        #expect(dialogue.shown.contains("--sessions needs --older-than."))
    }

    @Test func `Sessions that were not used for long go into the trash, but pinned ones`()
        async throws
    {
        let offset = Mutex(Int64(-2 * 3_600_000_000))
        let store = MemorySessionStore(clock: {
            Timestamp.now.advanced(byMicroseconds: offset.withLock { $0 })
        })
        for name in ["old", "older", "dear"] {
            _ = try await store.create(NewSession(name: name, messages: [.user("Q")]))
        }
        let dear = try #require(try await store.find("dear").first)
        _ = try await store.change(dear.id, [.pinned(true)])
        offset.withLock { $0 = 0 }
        let dialogue = await Dialogue.hold(
            "new", "/prune --sessions --older-than 1h --keep-pinned", "n",
            "/prune --sessions --older-than 3h",
            "/prune --sessions --older-than 1h --keep-pinned", "y", store: store)
        #expect(
            dialogue.lines.prompts.contains {
                $0.text().contains("Move 2 sessions with 2 messages into the trash?")
            })
        #expect(dialogue.shown.contains("No session was unused for so long."))
        #expect(dialogue.shown.contains("2 sessions moved into the trash"))
    }

    @Test func `A time to live is set and shown, and a pin outlasts it`() async throws {
        let dialogue = await Dialogue.hold(
            "Q", "/ttl", "/ttl 12h", "/pin", "/ttl", "/unpin", "/ttl keep", "/ttl soon")
        #expect(dialogue.shown.contains("This session stays until you delete it."))
        #expect(dialogue.shown.contains("This session expires 12 h after its last use."))
        #expect(dialogue.shown.contains("This session is pinned"))
        #expect(dialogue.shown.contains("Not pinned: it expires 12 h after its last use."))
        #expect(dialogue.shown.contains("“soon” is no duration."))
        let session = try #require(try await dialogue.newestSession())
        #expect(session.expiresIn == nil)
        #expect(!session.isPinned)
    }

    @Test func `A row of the trash is purged`() async throws {
        let dialogue = await Dialogue.hold(
            "Tea", "/delete", "y", "/trash", "/delete --purge #1", "y", "/trash")
        #expect(dialogue.shown.contains("Nothing of “Tea” is left."))
        #expect(dialogue.shown.contains("The trash is empty."))
    }
}
