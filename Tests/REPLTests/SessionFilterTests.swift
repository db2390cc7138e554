import Chat
import Testing

@testable import REPL

@Suite struct SessionFilterTests {
    private let tea = Session(
        id: SessionID("abcdef1234") ?? .random(), name: "Green Tea in Ōsaka",
        model: "llama3.2:latest", createdAt: Timestamp(microseconds: 1_000_000),
        lastActivity: Timestamp(microseconds: 5_000_000), messageCount: 4, isPinned: false)

    private func finds(_ filter: SessionFilter) -> Bool { filter.matches(tea) }

    @Test func `Without a wish every session is found`() {
        #expect(SessionFilter().isEmpty)
        #expect(finds(SessionFilter()))
    }

    @Test func `Every word must be in the name, in any case and order`() {
        #expect(finds(SessionFilter(words: ["TEA"])))
        #expect(finds(SessionFilter(words: ["ōsaka", "green"])))
        #expect(finds(SessionFilter(words: ["tea in"])))
        #expect(!finds(SessionFilter(words: ["tea", "coffee"])))
        #expect(finds(SessionFilter(words: ["abcd"])))
        #expect(!finds(SessionFilter(words: ["abc"])))
        var nameless = tea
        nameless.name = nil
        #expect(!SessionFilter(words: ["tea"]).matches(nameless))
    }

    @Test func `A model is meant with or without its tag`() {
        #expect(finds(SessionFilter(model: "Llama3.2")))
        #expect(finds(SessionFilter(model: "llama3.2:latest")))
        #expect(!finds(SessionFilter(model: "llama3")))
        #expect(!finds(SessionFilter(model: "llama3.2:1b")))
        var other = tea
        other.model = "llama3.2:1b"
        #expect(SessionFilter(model: "llama3.2").matches(other))
        other.model = nil
        #expect(!SessionFilter(model: "llama3.2").matches(other))
    }

    @Test func `The last use lies between since, which counts, and before, which does not`() {
        let used = tea.lastActivity
        let later = used.advanced(byMicroseconds: 1)
        #expect(finds(SessionFilter(since: used)))
        #expect(!finds(SessionFilter(since: later)))
        #expect(finds(SessionFilter(before: later)))
        #expect(!finds(SessionFilter(before: used)))
        #expect(SessionFilter(since: later).ends(at: tea))
        #expect(!SessionFilter(since: used).ends(at: tea))
        #expect(!SessionFilter(before: used).ends(at: tea))
    }

    @Test func `Pins and numbers of messages are looked at`() {
        #expect(!finds(SessionFilter(wantsPinned: true)))
        #expect(finds(SessionFilter(leastMessages: 4)))
        #expect(!finds(SessionFilter(leastMessages: 5)))
        var pinned = tea
        pinned.isPinned = true
        #expect(SessionFilter(wantsPinned: true).matches(pinned))
    }

    @Test func `What is looked for is told in words`() {
        let filter = SessionFilter(
            words: ["tea", "cup"], model: "llama3.2", wantsPinned: true, leastMessages: 1)
        #expect(
            filter.description == "with “tea” and “cup” in its name, with the model llama3.2, "
                + "that is pinned, with at least 1 message")
        let since = SessionFilter(since: Timestamp(microseconds: 1_769_860_800_000_000))
        #expect(since.description.hasPrefix("used since "))
        #expect(since.description.contains("Jan 2026 "))
    }

    @Test func `Sessions are put into each order`() {
        func session(_ name: String?, _ count: Int, _ created: Int64, _ used: Int64) -> Session {
            Session(
                id: .random(), name: name, createdAt: Timestamp(microseconds: created),
                lastActivity: Timestamp(microseconds: used), messageCount: count)
        }
        let sessions = [
            session("b", 2, 3, 7), session(nil, 9, 1, 9), session("A", 1, 5, 6),
            session("c", 3, 2, 8),
        ]
        func names(_ order: SessionOrder) -> [String] {
            order.sorted(sessions).map { $0.name ?? "-" }
        }
        #expect(names(.used) == ["-", "c", "b", "A"])
        #expect(names(.name) == ["A", "b", "c", "-"])
        #expect(names(.size) == ["-", "c", "b", "A"])
        #expect(names(.created) == ["A", "b", "c", "-"])
    }
}
