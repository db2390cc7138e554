import Testing

@testable import LineEditing

@Suite struct HistoryListTests {
    private let draft = EditBuffer("unfinished".unicodeScalars)

    @Test func `Going back and forward returns to the draft`() {
        var history = HistoryList(["one", "two"])
        #expect(history.goBack(from: draft) == .entry("two"))
        #expect(history.goBack(from: EditBuffer()) == .entry("one"))
        #expect(history.goBack(from: EditBuffer()) == nil)
        #expect(history.goForward() == .entry("two"))
        #expect(history.goForward() == .draft(draft))
        #expect(history.goForward() == nil)
    }

    @Test func `Neither an empty line nor the newest again is added`() {
        var history = HistoryList(["one"])
        history.add("one")
        history.add("")
        history.add("two")
        history.add("one")
        #expect(history.entries == ["one", "two", "one"])
    }

    @Test func `A line that is added is the first one back`() {
        var history = HistoryList(["one"])
        _ = history.goBack(from: draft)
        history.add("two")
        #expect(history.goBack(from: draft) == .entry("two"))
    }
}
