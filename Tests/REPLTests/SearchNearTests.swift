import Chat
import REPL
import TestSupport
import Testing

/// What is found in place of words that are nowhere.
@Suite struct SearchNearTests {
    private func shown(_ line: String, in texts: String...) async throws -> String {
        let store = MemorySessionStore()
        _ = try await store.create(
            NewSession(name: "Talk", messages: texts.map { Message.user($0) }))
        return await Dialogue.hold(line, store: store).shown
    }

    @Test func `A word with a slip is found where nothing else is, and that is said first`()
        async throws
    {
        let shown = try await shown("/search kuberntes", in: "Kubernetes runs", "nothing")
        let lines = shown.split(separator: "\n")
        #expect(lines.first == "Nothing has “kuberntes”. These have “kubernetes”.")
        #expect(lines.dropFirst(2).first == "  #1 1 you  Kubernetes runs")
        #expect(shown.contains("/open #1 shows the first"))
        #expect(!shown.contains("Nothing was found."))
    }

    @Test func `Where a word is found as it is, no others are`() async throws {
        let shown = try await shown("/search form", in: "a form", "from here")
        #expect(shown.contains("a form") && !shown.contains("from here"))
        #expect(!shown.contains("These have"))
    }

    @Test func `Several words are named, the most frequent first, three at the most`()
        async throws
    {
        let shown = try await shown(
            "/search --all wort", in: "a word", "two words, a word or a word", "worth it", "worst",
            "wore worth")
        #expect(shown.contains("Nothing has “wort”. These have “word”, “worth” or “wore”."))
    }

    @Test func `Of several words those are named that were not there`() async throws {
        let shown = try await shown("/search clusters kuberntes", in: "A Kubernetes cluster", "x")
        #expect(shown.contains("Nothing has all of these words. These have “kubernetes”."))
    }

    @Test(arguments: [
        "/search \"kuberntes\"", "/search kuberntes*", "/search -F kuberntes",
        "/search -E kuberntes$", "/search kubrntes", "/search kuberntes not:runs",
        "/search kuberntes role:assistant",
    ])
    func `Nothing near is as nothing at all`(_ line: String) async throws {
        let shown = try await shown(line, in: "Kubernetes runs")
        #expect(shown.contains("Nothing was found."))
        #expect(!shown.contains("These have"))
    }

    @Test func `Not more is shown than fits, and the rest is told`() async throws {
        let store = MemorySessionStore()
        for number in 0..<30 {
            _ = try await store.create(
                NewSession(name: "talk \(number)", messages: [.user("needle \(number)")]))
        }
        let shown = await Dialogue.hold("/search neeedle", store: store).shown
        #expect(shown.split(separator: "\n").count <= 24)
        #expect(shown.contains("/search --all shows all."))
        #expect(
            await Dialogue.hold("/search --all neeedle", store: store).shown.contains("#30 1 you"))
    }
}
