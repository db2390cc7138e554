import TestSupport
import Testing

@Suite struct PasteTests {
    @Test func `A paste keeps its newlines and is not submitted`() async throws {
        let screen = try await makeScreen()
        try screen.paste("one\ttab\r\ntwo\rthree\n")
        try await screen.waitForText("...> three\n...>")
        try screen.press("Enter")
        try await screen.waitForText("[got \"one\\ttab\\ntwo\\nthree\\n\"]\n[begins with a paste]")
    }

    @Test func `Control characters of a paste are dropped and bad bytes repaired`() async throws {
        let terminal = try await makeTerminal()
        try await terminal.send("\u{1b}[200~".utf8)
        try await terminal.send([0x61, 0x00, 0x03, 0x1B, 0x5B, 0x41, 0xFF, 0x62])
        try await terminal.send("\u{1b}[201~\r".utf8)
        try await terminal.waitForOutput("[got \"a[A\u{FFFD}b\"]")
    }

    @Test func `A large paste is shown as a label and submitted whole`() async throws {
        let screen = try await makeScreen()
        try screen.type("see: ")
        let text = (1...200).map { "line \($0)" }.joined(separator: "\n")
        try screen.paste(text)
        try await screen.waitForText("ask> see: [pasted 200 lines, \(text.utf8.count) bytes]")
        try screen.press("Enter")
        let whole = "see: " + text
        try await screen.waitForText(
            "[got \(whole.utf8.count) bytes, 200 lines, \(checksum(of: whole))]")
        #expect(!(try screen.text().contains("begins with a paste")))
    }

    @Test func `A label is deleted as one character`() async throws {
        let screen = try await makeScreen()
        try screen.paste(String(repeating: "x", count: 3000))
        try await screen.waitForText("[pasted 1 lines, 3000 bytes]")
        try screen.press("BSpace")
        try await screen.waitFor("deletion") { $0 == "ask> Say something" }
    }

    @Test func `A label is unfolded, folded again by undo, and the text edited`() async throws {
        let screen = try await makeScreen(columns: 200)
        let text = (1...13).map { "line \($0)" }.joined(separator: "\n")
        try screen.paste(text)
        try await screen.waitForText("[pasted 13 lines")
        try screen.press("C-x", "C-o")
        try await screen.waitFor("the text") { $0.hasSuffix("...> line 12\n...> line 13") }
        try screen.press("C-_")
        try await screen.waitForText("ask> [pasted 13 lines")
        try screen.press("M-_")
        try await screen.waitFor("the text again") { $0.hasSuffix("...> line 13") }
        try screen.type("!")
        try screen.press("Enter")
        let whole = text + "!"
        try await screen.waitForText("[got \(whole.debugDescription)]\n[begins with a paste]")
    }

    @Test func `A paste of a megabyte is taken`() async throws {
        let terminal = try await makeTerminal()
        let row = String(repeating: "0123456789abcde", count: 5) + "\n"
        let text = String(repeating: row, count: (1 << 20) / row.utf8.count)
        try await terminal.send("\u{1b}[200~\(text)\u{1b}[201~")
        try await terminal.waitForOutput("[pasted ")
        try await terminal.send("\r")
        try await terminal.waitForOutput("[got \(text.utf8.count) bytes")
        #expect(terminal.output.contains("\(checksum(of: text))]"))
    }

    @Test func `A command typed in front of a paste is typed`() async throws {
        let screen = try await makeScreen()
        try screen.paste("pasted")
        try await screen.waitForText("ask> pasted")
        try screen.press("C-a")
        try screen.type("/x ")
        try screen.press("Enter")
        try await screen.waitForText("[got \"/x pasted\"]\nask>")
    }

    @Test func `A paste that is replaced by typing leaves no mark`() async throws {
        let screen = try await makeScreen()
        try screen.paste("pasted")
        try await screen.waitForText("ask> pasted")
        try screen.press("C-u")
        try screen.type("typed")
        try screen.press("Enter")
        try await screen.waitForText("[got \"typed\"]\nask>")
    }

    @Test(.timeLimit(.minutes(1)))
    func `A paste without an end is ended by Ctrl-C`() async throws {
        let terminal = try await makeTerminal()
        try await terminal.send("\u{1b}[200~half")
        // It counts only when it comes alone.
        while !terminal.output.contains("half") {
            try await terminal.send([0x03])
            try await Task.sleep(for: .milliseconds(100))
        }
    }
}
