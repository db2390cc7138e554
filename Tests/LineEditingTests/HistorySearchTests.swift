import TestSupport
import Testing

@testable import LineEditing

@Suite struct HistorySearchTests {
    private let entries = ["alpha", "beta", "alphabet", "beta"].map { HistoryEntry(text: $0) }

    private func makeSearch(_ pattern: String) -> HistorySearch {
        var search = HistorySearch(in: entries, from: EditBuffer())
        for scalar in pattern.unicodeScalars { search.append(scalar) }
        return search
    }

    @Test func `The newest line with the pattern is found, and older ones after it`() {
        var search = makeSearch("al")
        #expect(search.found?.text == "alphabet")
        search.look(.older)
        #expect(search.found?.text == "alpha")
        search.look(.older)
        #expect(search.found?.text == "alpha" && search.isFailed)
        search.look(.newer)
        #expect(search.found?.text == "alphabet" && !search.isFailed)
    }

    @Test func `A longer pattern is looked for from the line found on`() {
        var search = makeSearch("a")
        #expect(search.found?.text == "beta")
        search.look(.older)
        search.append("l")
        #expect(search.found?.text == "alphabet")
        search.append("x")
        #expect(search.found?.text == "alphabet" && search.isFailed)
        search.removeLast()
        #expect(search.found?.text == "alphabet" && !search.isFailed)
    }

    @Test func `The same text is not found twice in a row`() {
        var search = makeSearch("e")
        search.look(.older)
        #expect(search.found?.text == "alphabet")
    }

    @Test func `Without a pattern nothing is found`() {
        var search = makeSearch("a")
        search.removeLast()
        #expect(search.found == nil && !search.isFailed)
        search.look(.older)
        #expect(search.found == nil && !search.isFailed)
    }

    @Test func `Ctrl-R finds lines while one types, and Enter submits`() async throws {
        let screen = try await makeScreen()
        try screen.press("C-r")
        try await screen.waitForText("search:")
        try screen.type("entry")
        try await screen.waitFor("the newest") { $0 == "ask> second entry\nsearch: entry" }
        try screen.press("C-r")
        try await screen.waitFor("an older one") { $0 == "ask> first entry\nsearch: entry" }
        try screen.type("x")
        try await screen.waitForText("ask> first entry\nsearch: entryx (not found)")
        try screen.press("BSpace", "C-r", "Enter")
        try await screen.waitForText("ask> first entry\n[got \"first entry\"]\nask> Say")
    }

    @Test(arguments: ["C-c", "C-g"])
    func `A search that is cancelled brings the line back`(key: String) async throws {
        let screen = try await makeScreen()
        try screen.type("draft")
        try screen.press("C-r")
        try screen.type("second")
        try await screen.waitForText("ask> second entry\nsearch: second")
        try screen.press(key)
        try await screen.waitFor("the draft") { $0 == "ask> draft" }
    }

    @Test func `Any other key keeps what was found, and undo leads back`() async throws {
        let screen = try await makeScreen()
        try screen.type("draft")
        try screen.press("C-r")
        try screen.type("first")
        try screen.press("C-a")
        try screen.type(">")
        try await screen.waitFor("an edit") { $0 == "ask> >first entry" }
        try screen.press("C-_", "C-_")
        try await screen.waitFor("the draft") { $0 == "ask> draft" }
    }

    @Test func `A pasted line that is found is pasted still`() async throws {
        let screen = try await makeScreen()
        try screen.paste("pasted")
        try screen.press("Enter")
        try await screen.waitForText("[begins with a paste]\nask> Say")
        try screen.press("C-r")
        try screen.type("past")
        try screen.press("Enter")
        try await screen.waitFor("the mark again") {
            $0.ranges(of: "[got \"pasted\"]\n[begins with a paste]").count == 2
        }
    }
}
