import Testing

@testable import LineEditing

@Suite struct ScreenTests {
    private let size = TerminalSize(rows: 10, columns: 20)

    @Test func `Only rows that changed are written`() {
        var screen = Screen()
        _ = screen.draw(frame(["one", "two", "three"]), in: size)
        let text = screen.draw(frame(["one", "TWO", "three"]), in: size)
        #expect(text.contains("TWO"))
        #expect(!text.contains("one") && !text.contains("three"))
    }

    @Test func `After a resize all rows are written`() {
        var screen = Screen()
        _ = screen.draw(frame(["one", "two"]), in: size)
        let text = screen.draw(frame(["one", "two"]), in: TerminalSize(rows: 10, columns: 15))
        #expect(text.contains("one") && text.contains("two"))
    }

    @Test func `After the height has changed all rows are written`() {
        var screen = Screen()
        _ = screen.draw(frame(["one", "two"]), in: size)
        let text = screen.draw(frame(["one", "two"]), in: TerminalSize(rows: 5, columns: 20))
        #expect(text.contains("one") && text.contains("two"))
    }

    @Test(arguments: 1...3)
    func `The last row of a small screen is never left`(rows: Int) {
        var screen = Screen()
        let small = TerminalSize(rows: rows, columns: 9)
        let tall = frame(["one", "two", "three"], cursorRow: 2)
        for next in [tall, frame(["one"]), tall] {
            let text = screen.draw(next, in: small)
            #expect(text.ranges(of: "\r\n").count < rows)
        }
    }

    @Test func `The row that tells where one is fits a narrow screen`() {
        var viewport = Viewport()
        let tall = frame(["one", "two", "three"])
        let visible = viewport.visible(of: tall, in: TerminalSize(rows: 3, columns: 9))
        #expect(visible.rows.map(\.width) == [3, 9])
    }

    @Test func `A tall frame is seen in part, where the cursor is`() {
        var screen = Screen()
        let tall = frame((1...30).map { "row \($0)." }, cursorRow: 29)
        let text = screen.draw(tall, in: size)
        #expect(text.contains("row 30.") && !text.contains("row 3."))
        #expect(text.contains("rows 23-30 of 30"))
    }

    @Test func `A tall frame is committed whole`() {
        var screen = Screen()
        let tall = frame((1...30).map { "row \($0)." }, cursorRow: 29)
        _ = screen.draw(tall, in: size)
        let text = screen.commit(tall, adding: "^C", in: size)
        #expect(text.contains("row 1.\r\nrow 2."))
        #expect(text.hasSuffix("row 30.^C\r\n"))
    }

    @Test func `The cursor is never left hidden`() {
        var screen = Screen()
        let text = screen.draw(frame(["one"]), in: size)
        #expect(text.hasSuffix("\u{1b}[?25h\u{1b}[?2026l"))
    }

    @Test func `A terminal without cursor motion is sent none`() {
        var screen = DumbScreen()
        let row = Frame.Row(text: "\u{1b}[1mask>\u{1b}[0m hi", width: 7)
        let shown = Frame(rows: [row], cursor: .init(row: 0, column: 6), spots: [])
        #expect(screen.draw(shown, in: size) == "\rask> hi\rask> h")
        #expect(screen.erase(in: size) == "\r       \r")
    }

    private func frame(_ texts: [String], cursorRow: Int = 0) -> Frame {
        let rows = texts.map { Frame.Row(text: $0, width: $0.count) }
        return Frame(rows: rows, cursor: .init(row: cursorRow, column: 0), spots: [])
    }
}
