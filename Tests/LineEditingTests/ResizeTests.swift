import TestSupport
import Testing

@Suite struct ResizeTests {
    private let text = (1...14).map { "word\($0)" }.joined(separator: " ")

    @Test func `Growing and shrinking leaves no damage`() async throws {
        let screen = try await makeScreen()
        try screen.type(text)
        try screen.press("C-j")
        try screen.type("second line")
        try await screen.waitForText("second line")
        for columns in [60, 40, 33, 28, 50, 25, 80, 100] {
            try screen.resize(columns: columns, rows: 24)
            let expected = wrapped(to: columns)
            try await screen.waitFor("no damage at \(columns) columns") { $0 == expected }
        }
        try screen.press("Enter")
        try await screen.waitFor("the line") { shown in
            shown.replacing("\n", with: "").contains("[got \"\(text)\\nsecond line\"]")
        }
    }

    @Test func `A text taller than the screen is seen in part and submitted whole`() async throws {
        let screen = try await makeScreen(rows: 8)
        for number in 1...12 {
            try screen.type("row \(number)")
            try screen.press(number < 12 ? "C-j" : "C-e")
        }
        try await screen.waitForText("rows 7-12 of 12")
        try screen.press("Up", "Up", "Up", "Up", "Up", "Up", "Up")
        try await screen.waitForText("rows 5-10 of 12")
        try screen.resize(columns: 80, rows: 20)
        try await screen.waitFor("all rows") { $0.hasPrefix("ask> row 1\n") }
        try screen.press("Enter")
        try await screen.waitForText("...> row 12\n[got \"row 1\\nrow 2")
    }

    @Test func `A screen of two rows is usable, and leaves no damage`() async throws {
        let screen = try await makeScreen(rows: 12)
        try screen.type("one")
        try screen.press("C-j")
        try screen.type("two")
        try screen.press("C-j")
        try screen.type("three")
        try await screen.waitForText("three")
        try screen.resize(columns: 80, rows: 2)
        try await screen.waitFor("the row of the cursor") { $0 == "...> three" }
        try screen.press("Up")
        try await screen.waitFor("the row above") { $0 == "...> two" }
        try screen.type("!")
        try screen.resize(columns: 80, rows: 12)
        try await screen.waitFor("all rows") { $0.hasSuffix("ask> one\n...> two!\n...> three") }
        #expect(try screen.text().ranges(of: "three").count == 1)
    }

    private func wrapped(to columns: Int) -> String {
        var rows: [String] = []
        var rest = text[...]
        while !rest.isEmpty {
            let row = rest.prefix(columns - 5)
            rows.append((rows.isEmpty ? "ask> " : "     ") + row)
            rest = rest.dropFirst(columns - 5)
        }
        rows.append("...> second line")
        return rows.map { row in
            String(row.reversed().drop { $0 == " " }.reversed())
        }.joined(separator: "\n")
    }
}
