import TestSupport
import Testing

@Suite struct MarkdownScreenTests {
    private static let reply = """
        ## Reading **files**

        A paragraph with *emphasis*, `code_with_underscores` and words enough to be wrapped.

        - an item of a list that is long enough for a second line, 日本語のテキストも折り返されます。
          - [x] done, e\u{301} and 👩‍👩‍👧 and 🇩🇪

        ```swift
        let line = "code that is longer than the narrowest of the terminals is wide"
        ```

        | Name | Wert |
        |------|-----:|
        | größe | 日本 |
        | 👩‍👩‍👧 | e\u{301}e\u{301} |

        end of it
        """

    private func show(
        columns: Int, _ arguments: String..., variables: [String: String] = [:]
    ) async throws -> String {
        var behaviour = StubBehaviour()
        behaviour.reply = { _ in Self.reply }
        let stage = try await Stage(behaviour)
        let environment = stage.environment.merging(variables) { $1 }
        let screen = try TerminalScreen(
            "/bin/sh",
            ["-c", #""$0" --quick -q "$@" Hi; exec sleep 600"#, Stage.program] + arguments,
            environment: environment, columns: columns, rows: 60)
        try await screen.waitForText("end of it")
        return try screen.text()
    }

    @Test(arguments: [40, 80, 200])
    func `A reply is rendered for the width of the terminal`(columns: Int) async throws {
        let lines = try await show(columns: columns).split(separator: "\n").map(String.init)
        #expect(lines[0] == "Reading files")
        #expect(lines.contains { $0.hasPrefix("• an item of a list") })
        #expect(lines.contains { $0.hasPrefix("  [x] done") })
        #expect(lines.contains("swift"))
        #expect(
            lines.suffix(5) == [
                "Name  │ Wert", "──────┼─────", "größe │ 日本", "👩‍👩‍👧    │   e\u{301}e\u{301}",
                "end of it",
            ])
        let joined = lines.joined()
        #expect(
            joined.contains(
                "let line = \"code that is longer than the narrowest of the terminals is wide\""))
        if columns == 40 {
            #expect(lines.contains("  for a second line, 日本語のテキストも"))
            #expect(lines.contains("  折り返されます。"))
        }
    }

    @Test(arguments: [["NO_COLOR": "1"], ["TERM": "dumb"], ["OLLAMA_CHAT_MARKDOWN": "off"]])
    func `Markdown is left as it is where it is not wanted`(
        variables: [String: String]
    ) async throws {
        #expect(try await show(columns: 200, variables: variables) == Self.reply)
    }

    @Test func `--plain leaves it too, and so does a pipe`() async throws {
        #expect(try await show(columns: 200, "--plain") == Self.reply)
        var behaviour = StubBehaviour()
        behaviour.reply = { _ in Self.reply }
        let run = try await Stage(behaviour).run("--quick", "Hi")
        #expect(run.output == Self.reply + "\n")
    }

    @Test func `It is switched at the prompt, and the history looks as the reply did`()
        async throws
    {
        var behaviour = StubBehaviour()
        behaviour.reply = { _ in "some **bold** words" }
        let stage = try await Stage(behaviour)
        let screen = try await stage.screen()
        try screen.type("one")
        try screen.press("Enter")
        try await screen.waitForText("some bold words")
        try screen.type("/set markdown off")
        try screen.press("Enter")
        try await screen.waitForText("markdown is off from now on.")
        try screen.type("/history")
        try screen.press("Enter")
        try await screen.waitForText("some **bold** words")
        try screen.type("/set markdown maybe")
        try screen.press("Enter")
        try await screen.waitForText("neither on nor off")
        try screen.type("/set markdown on")
        try screen.press("Enter")
        try screen.type("/history")
        try screen.press("Enter")
        try await screen.waitFor("the bold words again") { text in
            text.ranges(of: "some bold words").count == 2
        }
    }

    @Test func `While a table is held back something moves`() async throws {
        var behaviour = StubBehaviour()
        let rows = String(repeating: "| one | two |\n", count: 4)
        behaviour.reply = { _ in "| a | b |\n|---|---|\n\(rows)\nthe end" }
        behaviour.interval = .milliseconds(150)
        let stage = try await Stage(behaviour)
        let screen = try await stage.screen()
        try screen.type("Hi")
        try screen.press("Enter")
        try await screen.waitForText("is writing what is shown when it is complete")
        try await screen.waitForText("one │ two\n\nthe end")
        #expect(try !screen.text(history: true).contains("is writing"))
    }

    @Test func `A terminal that is resized while a reply comes loses nothing`() async throws {
        let words = (1...300).map { $0 % 7 == 0 ? "**word\($0)**" : "word\($0)" }
        var behaviour = StubBehaviour()
        behaviour.reply = { _ in "- " + words.joined(separator: " ") + "\n\nthe end" }
        behaviour.interval = .milliseconds(5)
        let stage = try await Stage(behaviour)
        let screen = try await stage.screen(columns: 80, rows: 50)
        try screen.type("Hi")
        try screen.press("Enter")
        try await screen.waitForText("word40")
        try screen.resize(columns: 50, rows: 50)
        try await screen.waitForText("word150")
        try screen.resize(columns: 120, rows: 50)
        try await screen.waitForText("the end")
        let shown = try screen.text(history: true).split { $0 == " " || $0 == "\n" }
        let expected = (1...300).map { "word\($0)" }
        #expect(shown.filter { $0.hasPrefix("word") }.map(String.init) == expected)
    }
}
