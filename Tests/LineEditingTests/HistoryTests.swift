import TestSupport
import Testing

@Suite struct HistoryTests {
    @Test func `Up and Down move in the text first, then in the history`() async throws {
        let screen = try await makeScreen()
        try screen.type("one")
        try screen.press("C-j")
        try screen.type("two")
        try await screen.waitForText("...> two")
        try screen.press("Up")
        try await screen.waitFor("the first row") { _ in try screen.cursor().row == 0 }
        #expect(try screen.text() == "ask> one\n...> two")
        try screen.press("Up")
        try await screen.waitFor("the newest entry") { $0 == "ask> second entry" }
        try screen.press("Up", "Up")
        try await screen.waitFor("the oldest entry") { $0 == "ask> first entry" }
        try screen.press("Down", "Down")
        try await screen.waitFor("the draft") { $0 == "ask> one\n...> two" }
    }

    @Test func `A long draft is kept whole`() async throws {
        let terminal = try await makeTerminal()
        let draft = String(repeating: "0123456789", count: 190)
        try await terminal.send(draft)
        // Up through the rows of the draft, to the entry before it, and back.
        try await terminal.send("\u{01}" + String(repeating: "\u{1b}[A", count: 3))
        try await terminal.waitForOutput("first entry")
        try await terminal.send(String(repeating: "\u{1b}[B", count: 3) + "\r")
        try await terminal.waitForOutput("[got 1900 bytes, 1 lines, \(checksum(of: draft))]")
    }

    @Test func `What an earlier line goes on with is shown, and Right or End takes it`()
        async throws
    {
        let screen = try await makeScreen()
        try screen.type("fir")
        try await screen.waitFor("the suggestion") { $0 == "ask> first entry" }
        #expect(try screen.cursor().column == 8)
        // Nothing of it is sent.
        try screen.press("Enter")
        try await screen.waitForText("[got \"fir\"]")
        try screen.type("seco")
        try await screen.waitFor("the other suggestion") { $0.hasSuffix("ask> second entry") }
        try screen.press("Right")
        try screen.type("!")
        try screen.press("Enter")
        try await screen.waitForText("[got \"second entry!\"]")
        try screen.type("first")
        // Inside the text there is none.
        try screen.press("Left")
        try await screen.waitFor("no suggestion") { $0.hasSuffix("ask> first") }
        try screen.press("End", "End", "Enter")
        try await screen.waitForText("[got \"first entry\"]")
    }

    @Test func `A line that was read is in the history`() async throws {
        let screen = try await makeScreen()
        try screen.type("new")
        try screen.press("Enter")
        try await screen.waitForText("[got")
        try screen.press("Up", "Enter")
        try await screen.waitFor("the line again") { $0.ranges(of: "[got \"new\"]").count == 2 }
    }

    @Test func `A pasted line that is recalled is pasted still`() async throws {
        let screen = try await makeScreen()
        for text in ["one", "longer"] {
            try screen.paste(text)
            try screen.press("Enter")
            try await screen.waitForText("[got \"\(text)\"]\n[begins with a paste]\nask> Say")
        }
        try screen.press("Up", "Up")
        try await screen.waitFor("the older one") { $0.hasSuffix("ask> one") }
        try screen.press("Down")
        try screen.type("!")
        try screen.press("Enter")
        try await screen.waitForText("[got \"longer!\"]\n[begins with a paste]\nask> Say")
        try screen.press("Up", "C-a")
        try screen.type("/")
        try screen.press("Enter")
        try await screen.waitForText("[got \"/longer!\"]\nask> Say")
    }

    @Test func `Undo goes back to a pasted line that is pasted still`() async throws {
        let screen = try await makeScreen()
        try screen.paste("pasted")
        try await screen.waitForText("ask> pasted")
        try screen.press("C-a")
        try screen.paste("in front of ")
        try await screen.waitForText("ask> in front of pasted")
        try screen.press("C-_")
        try await screen.waitFor("undo") { $0 == "ask> pasted" }
        try screen.press("Up", "C-_", "Enter")
        try await screen.waitForText("[got \"pasted\"]\n[begins with a paste]")
    }

    @Test func `The column is kept over short rows`() async throws {
        let screen = try await makeScreen()
        try screen.paste("long one\nx\nlong two")
        try await screen.waitForText("long two")
        try screen.press("Up", "Up")
        try screen.type("!")
        try await screen.waitForText("long one!")
    }
}
