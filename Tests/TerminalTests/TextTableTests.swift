import Terminal
import Testing

struct TextTableTests {
    private let table = TextTable(
        [.init("#", alignment: .trailing), .init("Name", isFlexible: true), .init("Last used")],
        rows: [
            ["1", "Python tutorial", "just now"], ["12", "日本語の勉強", "yesterday"],
            ["3", "", "2 h ago"],
        ])

    @Test func `Columns are aligned by cells, without spaces at the end`() {
        #expect(
            table.lines() == [
                " #  Name             Last used",
                " 1  Python tutorial  just now",
                "12  日本語の勉強     yesterday",
                " 3                   2 h ago",
            ])
    }

    @Test func `A narrow terminal cuts the flexible column first`() {
        #expect(
            table.lines(width: 25) == [
                " #  Name        Last used",
                " 1  Python tu…  just now",
                "12  日本語の…   yesterday",
                " 3              2 h ago",
            ])
    }

    @Test func `Every width holds the lines, down to one cell a column`() {
        for width in 7...40 {
            let lines = table.lines(width: width)
            #expect(lines.allSatisfy { CellWidth.of($0) <= width }, "\(width)")
        }
        #expect(table.lines(width: 1).count == 4)
    }

    @Test func `What could disturb a line is made visible`() {
        let table = TextTable([.init(), .init()], rows: [["a\nb", "\u{1B}[2Jc"]])
        #expect(table.lines() == ["a␊b  ␛[2Jc"])
    }

    @Test func `Styles do not count as cells`() {
        let table = TextTable(
            [.init("Name"), .init("Size", alignment: .trailing)],
            rows: [[.init("llama", as: .emphasis), "2 GB"], ["x"]])
        #expect(
            table.lines(renderer: ANSIRenderer()) == [
                "\u{1B}[1mName\u{1B}[0m   \u{1B}[1mSize\u{1B}[0m",
                "\u{1B}[1mllama\u{1B}[0m  2 GB",
                "x",
            ])
    }

    @Test func `An empty table is its titles, or nothing`() {
        #expect(TextTable([.init("Name"), .init("Size")]).lines() == ["Name  Size"])
        #expect(TextTable([.init()]).lines() == [])
        #expect(TextTable([]).lines(width: 10) == [])
    }
}
