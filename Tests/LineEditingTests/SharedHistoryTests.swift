import TestSupport
import Testing

@Suite struct SharedHistoryTests {
    @Test func `Lines of an earlier run are recalled`() async throws {
        let home = try TemporaryFolder()
        let first = try await makeScreen(home: home)
        try first.type("typed")
        try first.press("Enter")
        try await first.waitForText("[got \"typed\"]")
        try first.paste("pasted\ntext")
        try first.press("Enter")
        try await first.waitForText("[begins with a paste]\nask> Say")
        let terminal = try await makeTerminal(home: home)
        try await terminal.send("\u{1b}[A\r")
        try await terminal.waitForOutput("[got \"pasted\\ntext\"]\r\n[begins with a paste]")
        #expect(
            try home.read("history") == "first entry\nsecond entry\ntyped\n\\ppasted\\ntext\n")
    }

    @Test func `A line that begins with a space is private`() async throws {
        let screen = try await makeScreen()
        try screen.type(" secret")
        try screen.press("Enter")
        try await screen.waitForText("[got \" secret\"]\nask> Say")
        try screen.press("Up")
        try await screen.waitFor("an earlier line") { $0.hasSuffix("ask> second entry") }
        #expect(try screen.home.read("history") == "first entry\nsecond entry\n")
    }

    @Test func `Two programs at once write whole records`() async throws {
        let home = try TemporaryFolder()
        let programs = [try await makeTerminal(home: home), try await makeTerminal(home: home)]
        for program in programs { try await program.send("/remember\rdone\r") }
        for program in programs { try await program.waitForOutput("[got \"done\"]") }
        let lines = try home.read("history").split(separator: "\n").map(String.init)
        for program in programs {
            let expected = (1...300).map { #"\#(program.process) \\ \#($0)\nend"# }
            #expect(lines.filter { $0.hasPrefix("\(program.process) ") } == expected)
        }
        let others = lines.filter { line in
            !programs.contains { line.hasPrefix("\($0.process) ") }
        }
        #expect(Set(others) == ["first entry", "second entry", "/remember", "done"])
    }

    @Test func `A full disk is told once, and the history goes on until the end`() async throws {
        let home = try TemporaryFolder()
        // The limit is one of the shells' blocks; its signal would end the program.
        let program = "trap '' XFSZ; ulimit -f 1; exec '\(BuiltProgram.path("editor-probe"))'"
        let screen = try TerminalScreen("/bin/bash", ["-c", program], home: home)
        for number in 1...8 {
            try await screen.waitForText("ask> Say")
            try screen.type(String(repeating: "\(number)", count: 200))
            try screen.press("Enter")
            try await screen.waitForText("\(number)\"]")
        }
        // The newest line has three rows.
        try screen.press("Up", "Up", "Up", "Up")
        try await screen.waitFor("the line before") { $0.hasSuffix("7777") }
        let shown = try screen.text(history: true).replacing("\n", with: "")
        #expect(shown.ranges(of: "cannot be written (").count == 1)
        let terminal = try await makeTerminal(home: home)
        try await terminal.send("room again\r")
        try await terminal.waitForOutput("[got \"room again\"]")
        try await terminal.send("/close\r")
        _ = try await terminal.waitForEnd()
        let lines = try home.read("history").split(separator: "\n")
        #expect(lines.suffix(2) == ["room again", "/close"])
        #expect(lines[2...5].allSatisfy { Set($0).count == 1 })
    }
}
