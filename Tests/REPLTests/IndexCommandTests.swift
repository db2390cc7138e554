import Chat
import Search
import Synchronization
import TestSupport
import Testing

@testable import REPL

/// A search whose index is what a test says.
final class ScriptedIndex: SearchIndexing {
    private struct State {
        var status: IndexStatus?
        var isMade = false
        var settled = 0
    }

    private let store: any SessionStore
    private let state: Mutex<State>
    private let change: (@Sendable () async throws -> Void)?

    init(
        _ store: any SessionStore, _ status: IndexStatus? = nil, isBeingMade: Bool = false,
        change: (@Sendable () async throws -> Void)? = nil
    ) {
        self.store = store
        self.change = change
        state = Mutex(State(status: status, isMade: isBeingMade))
    }

    var settledCount: Int { state.withLock(\.settled) }

    func search(_ request: SearchRequest) -> SearchResults { StoreScan(store).search(request) }

    func indexStatus() async throws -> IndexStatus? { state.withLock(\.status) }

    func reindex(_ report: @Sendable (_ done: Int, _ all: Int) -> Void) async throws {
        report(5, 5)
        state.withLock {
            $0.status = IndexStatus(
                documents: 5, terms: 7, bytes: 2048, sessionsBehind: 0, messages: 5)
        }
    }

    func removeIndex() async throws { state.withLock { $0.status = nil } }

    func settle() async throws -> Bool {
        state.withLock { $0.settled += 1 }
        try await change?()
        return change != nil
    }

    func isBeingMade() async -> Bool { state.withLock(\.isMade) }
}

@Suite struct IndexCommandTests {
    @Test func `The index is shown, made and removed`() async throws {
        let store = MemorySessionStore()
        let index = ScriptedIndex(store)
        let shown = await Dialogue.hold(
            "/index", "/reindex", "/index status", "/index remove", "/index", store: store,
            index: index
        ).shown
        #expect(shown.contains("There is no search index; everything is read. /reindex makes one."))
        #expect(shown.contains("The search index is made anew."))
        #expect(shown.contains("5 of 5 (100 %)"))
        #expect(shown.contains("2 kB") && shown.contains("nothing"))
        #expect(shown.contains("The search index is removed."))
    }

    @Test func `Where no store is in Redis there is no index`() async throws {
        let shown = await Dialogue.hold("/index", store: MemorySessionStore()).shown
        #expect(shown.contains("There is no store in Redis here"))
    }

    @Test func `While the index is made, that is said`() async throws {
        let store = MemorySessionStore()
        _ = try await store.create(NewSession(messages: [.user("word")]))
        let index = ScriptedIndex(store, isBeingMade: true)
        let shown = await Dialogue.hold("/search word", store: store, index: index).shown
        #expect(shown.contains("The search index is being made; until then everything is read."))
        #expect(shown.contains("#1 1 you  word"))
    }

    @Test func `What others wrote is found later, and said in one line`() async throws {
        let store = MemorySessionStore()
        _ = try await store.create(NewSession(messages: [.user("word")]))
        let isDone = Mutex(false)
        let index = ScriptedIndex(store) {
            _ = try await store.create(NewSession(messages: [.user("another word")]))
            isDone.withLock { $0 = true }
        }
        let dialogue = await Dialogue.hold("/search word", store: store, index: index)
        #expect(
            await eventually {
                dialogue.shown.contains(
                    "The store has changed since it was indexed: /search again finds 1 message "
                        + "more.")
            })
        #expect(index.settledCount == 1)
    }

    @Test func `Where nothing has changed, nothing is said`() async throws {
        let store = MemorySessionStore()
        _ = try await store.create(NewSession(messages: [.user("word")]))
        let index = ScriptedIndex(store)
        let dialogue = await Dialogue.hold("/search word", store: store, index: index)
        #expect(await eventually { index.settledCount == 1 })
        #expect(!dialogue.shown.contains("The store has changed"))
    }
}
