import Chat
import Search
import Testing

@Suite struct StoreScanTests {
    @Test func `A cancelled search does not wait for a pattern`() async throws {
        let store = MemorySessionStore()
        // It takes seconds to see that the second one is a hit.
        for text in [String(repeating: "a", count: 16) + " hit", "a hit"] {
            _ = try await store.create(NewSession(messages: [.user(text)]))
        }
        let (groups, group) = AsyncStream.makeStream(of: [String].self)
        let search = Task {
            defer { group.finish() }
            let request = SearchRequest(SearchQuery(text: .pattern("(a+)+b|hit")))
            for try await found in StoreScan(store).search(request) {
                group.yield(found.hits.compactMap(\.message.message?.content))
            }
        }
        var found: [String] = []
        for await texts in groups {
            found += texts
            search.cancel()
        }
        #expect(found == ["a hit"])
    }
}
