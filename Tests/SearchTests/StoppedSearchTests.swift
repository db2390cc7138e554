import BlockingIO
import Chat
import Dispatch
import Search
import Testing

@Suite struct StoppedSearchTests {
    /// A source that finds one message, and then waits for work that is never done.
    private actor StuckSource: HitSource {
        private var found: SessionHits?
        private let work: Handover<SessionHits>

        init(_ found: SessionHits, _ work: Handover<SessionHits>) {
            self.found = found
            self.work = work
        }

        func statistics() -> ReadStatistics { ReadStatistics(terms: 0) }

        func next() async throws -> SessionHits? {
            if let found {
                self.found = nil
                return found
            }
            return try await work.take().first
        }
    }

    @Test func `A cancelled search ends although its work does not`() async throws {
        let store = MemorySessionStore()
        let session = try await store.create(NewSession(messages: [.user("a hit")])).session
        let found = try #require(
            try await first(in: StoreScan(store).search(SearchRequest(SearchQuery()))))
        let gate = DispatchSemaphore(value: 0)
        defer { gate.signal() }
        let work = Handover<SessionHits>(label: "test") { _ in gate.wait() }
        let (groups, group) = AsyncStream.makeStream(of: SessionID.self)
        let search = Task {
            defer { group.finish() }
            let results = SearchRequest(SearchQuery()).results { StuckSource(found, work) }
            for try await found in results { group.yield(found.session.id) }
        }
        var seen: [SessionID] = []
        for await id in groups {
            seen.append(id)
            search.cancel()
        }
        #expect(seen == [session.id])
    }

    private func first(in results: SearchResults) async throws -> SessionHits? {
        for try await found in results { return found }
        return nil
    }
}
