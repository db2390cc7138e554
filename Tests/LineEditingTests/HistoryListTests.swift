import Testing

@testable import LineEditing

@Suite struct HistoryListTests {
    private let draft = EditBuffer("unfinished".unicodeScalars)
    private let one = HistoryEntry(text: "one")
    private let two = HistoryEntry(text: "two", isPasted: true)

    @Test func `Going back and forward returns to the draft`() {
        var history = HistoryList([one, two])
        #expect(history.goBack(from: draft) == .entry(two))
        #expect(history.goBack(from: EditBuffer()) == .entry(one))
        #expect(history.goBack(from: EditBuffer()) == nil)
        #expect(history.goForward() == .entry(two))
        #expect(history.goForward() == .draft(draft))
        #expect(history.goForward() == nil)
    }

    @Test func `Neither an empty line nor the newest again is added`() {
        var history = HistoryList([one])
        let added = [one, HistoryEntry(text: ""), two, one].map { history.add($0) }
        #expect(added == [false, false, true, true])
        #expect(history.entries == [one, two, one])
    }

    @Test func `The same text is another line when it is pasted`() {
        var history = HistoryList([one])
        let isAdded = history.add(HistoryEntry(text: "one", isPasted: true))
        #expect(isAdded)
        #expect(history.goBack(from: draft) == .entry(HistoryEntry(text: "one", isPasted: true)))
    }

    @Test func `A line that is added is the first one back`() {
        var history = HistoryList([one])
        _ = history.goBack(from: draft)
        _ = history.add(two)
        #expect(history.goBack(from: draft) == .entry(two))
    }

    @Test(
        arguments: [
            ("o", "ne more"), ("one m", "ore"), ("one more", nil), ("", nil), ("pasted", nil),
            ("two", " rows"), ("bi", "g "), ("x", nil),
        ] as [(String, String?)])
    func `The newest line that begins with what is typed is suggested`(
        typed: String, expected: String?
    ) {
        let history = HistoryList([
            HistoryEntry(text: "one"), HistoryEntry(text: "one more"),
            HistoryEntry(text: "pasted text", isPasted: true),
            HistoryEntry(text: "two rows\nin one line"), HistoryEntry(text: "big \u{202e}gib"),
        ])
        #expect(history.suggestion(for: typed) == expected)
    }
}
