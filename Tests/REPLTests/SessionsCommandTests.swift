import Chat
import TestSupport
import Testing

@testable import REPL

/// The list of sessions: what is found, in which order, and page by page.
@Suite struct SessionsCommandTests {
    /// A store with so many sessions, `talk 1` the oldest.
    private func store(_ count: Int) async throws -> MemorySessionStore {
        let store = MemorySessionStore()
        for number in 1...count { _ = try await store.create(name: "talk \(number)") }
        return store
    }

    private func list(
        _ store: any SessionStore, _ filter: SessionFilter = SessionFilter(),
        by order: SessionOrder = .used, from offset: Int = 0, limit: Int? = 20
    ) async throws -> SessionListing.Result {
        let listing = SessionListing(
            filter: filter, order: order, family: nil, offset: offset, limit: limit)
        return try await listing.read(from: store) { _ in }
    }

    @Test func `The first page without a filter is one question`() async throws {
        let store = FaultyStore(try await store(2100))
        let page = try await list(store)
        #expect(page.sessions.first?.name == "talk 2100")
        #expect(page.sessions.count == 20)
        #expect(page.total == 2100)
        #expect(page.hasMore)
        #expect(store.count(of: .other) == 1)
    }

    @Test func `A filter reads on until its page is full`() async throws {
        let store = FaultyStore(try await store(3500))
        let near = try await list(store, SessionFilter(words: ["talk 3"]), limit: 3)
        #expect(near.sessions.map(\.name) == ["talk 3500", "talk 3499", "talk 3498"])
        #expect(near.hasMore)
        #expect(near.total == nil)
        #expect(store.count(of: .other) == 1)
        let far = try await list(store, SessionFilter(words: ["talk 77"]), from: 10, limit: 3)
        #expect(far.sessions.map(\.name) == ["talk 77"])
        #expect(!far.hasMore)
        #expect(far.total == 11)
        #expect(store.count(of: .other) == 5)
    }

    @Test func `Nothing is read behind the moment that is asked for`() async throws {
        let inside = try await store(2500)
        let middle = try await inside.list(offset: 400, limit: 1).sessions[0].lastActivity
        let store = FaultyStore(inside)
        let found = try await list(store, SessionFilter(since: middle), limit: nil)
        #expect(found.sessions.count == 401)
        #expect(store.count(of: .other) == 1)
    }

    @Test func `All sessions are listed once, also where pages shift`() async throws {
        let store = try await store(2500)
        #expect(try await list(store, limit: nil).sessions.count == 2500)
        var pages = SessionPages(of: store)
        let first = try #require(try await pages.next())
        _ = try await store.create(name: "new")
        let second = try #require(try await pages.next())
        #expect(Set(first.map(\.id)).isDisjoint(with: second.map(\.id)))
        #expect(second.count == 999)
        #expect(try await pages.next()?.count == 501)
        #expect(try await pages.next() == nil)
    }

    @Test func `Pages follow each other, and their rows can be opened`() async throws {
        let store = try await store(45)
        let dialogue = await Dialogue.hold(
            "/sessions", "/sessions --page 2", "/open #1", "/sessions --page 3 --limit 20",
            "/sessions --page 9", store: store)
        #expect(dialogue.shown.contains("These are 1 to 20 of 45. Add --page 2 to see more."))
        #expect(dialogue.shown.contains("These are 21 to 40 of 45. Add --page 3 to see more."))
        #expect(dialogue.shown.contains("talk 25 (0 messages"))
        #expect(dialogue.shown.contains("These are 41 to 45 of 45."))
        #expect(dialogue.shown.contains("There is no page 9 of 45 sessions."))
    }

    @Test func `A number alone is how many, and text is what to find`() async throws {
        let store = try await store(12)
        let some = await Dialogue.hold("/sessions 3", store: store)
        #expect(some.shown.contains("These are 1 to 3 of 12."))
        let named = await Dialogue.hold("/sessions 7 --limit 5", store: store)
        #expect(named.shown.contains("talk 7"))
        #expect(!named.shown.contains("talk 8"))
        let ordered = await Dialogue.hold("/sessions TALK 1 --sort name --limit 2", store: store)
        #expect(ordered.shown.contains("#1  talk 1 "))
        #expect(ordered.shown.contains("#2  talk 10"))
        #expect(ordered.shown.contains("These are 1 to 2 of 4. Add --page 2 to see more."))
    }

    @Test func `Where nothing is found it is said what was looked for`() async {
        let dialogue = await Dialogue.hold(
            "/sessions", "Q", "/sessions moon --model qwen3 --pinned --min-messages 5",
            "/sessions --since soon", "/sessions --limit 0")
        #expect(dialogue.shown.contains("There are no sessions yet."))
        #expect(
            dialogue.shown.contains("There is no session with “moon” in its name, with the model"))
        #expect(dialogue.shown.contains("“soon” is no time. Use a duration such as 7d"))
        #expect(dialogue.shown.contains("--limit takes a number from 1 up."))
    }

    @Test func `The family of a session is listed alone`() async throws {
        let store = MemorySessionStore()
        let dialogue = await Dialogue.hold(
            "Tea", "/branch --name Oolong", "/new", "Coffee", "/open Oolong",
            "/sessions --family", store: store)
        let list = try #require(dialogue.shown.ranges(of: "LAST USED").last).lowerBound
        let shown = dialogue.shown[list...]
        #expect(shown.contains("Oolong"))
        #expect(shown.contains("Tea"))
        #expect(!shown.contains("Coffee"))
        let named = await Dialogue.hold("/sessions --family coffee", store: store)
        #expect(named.shown.contains("Coffee"))
        #expect(!named.shown.contains("Oolong"))
        let none = await Dialogue.hold("/sessions --family", store: store)
        #expect(none.shown.contains("Nothing was said in this session yet."))
    }

    @Test func `Options and their values are completed`() async {
        let context = CompletionContext(store: MemorySessionStore(), server: ScriptedModel())
        func texts(_ line: String) async -> [String] {
            await Completer(context).complete(line).candidates.map(\.text)
        }
        #expect(await texts("/sessions --p") == ["--page", "--pinned"])
        #expect(await texts("/sessions tea --sort c") == ["tea --sort created"])
        #expect(await texts("/sessions --model b") == ["--model big:7b"])
        #expect(await texts("/sessions te").isEmpty)
        #expect(await texts("/sessions --since ").isEmpty)
    }
}
