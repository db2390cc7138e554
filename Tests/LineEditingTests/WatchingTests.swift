import TestSupport
import Testing

@Suite struct WatchingTests {
    @Test func `What is printed meanwhile stands above the line`() async throws {
        let screen = try await makeScreen("--async")
        try screen.type("typing")
        try screen.home.write("", to: "stop")
        try await screen.waitForText("meanwhile 4\nsecond row\nask> typing")
        try screen.press("Enter")
        try await screen.waitForText("ask> typing\n[got \"typing\"]")
        #expect(try screen.text().hasPrefix("meanwhile 1\nsecond row\nmeanwhile 2\n"))
    }

    @Test func `What is typed ahead is not echoed, and submitted later`() async throws {
        let screen = try await makeScreen()
        try screen.type("/stream")
        try screen.press("Enter")
        try await screen.waitForText("token ")
        try screen.type("ahead")
        try screen.press("Enter")
        try screen.type("more")
        try screen.home.write("", to: "stop")
        try await screen.waitForText("[streamed]\nask> ahead\n[got \"ahead\"]\nask> more")
        #expect(try screen.text(history: true).ranges(of: "ahead").count == 2)
    }

    @Test func `Ctrl-C stops the work and keeps what was typed`() async throws {
        let screen = try await makeScreen()
        try screen.type("/stream")
        try screen.press("Enter")
        try await screen.waitForText("token ")
        try screen.type("sent")
        try screen.press("Enter")
        try screen.type("ke")
        try screen.press("C-c")
        try await screen.waitForText("\nask> sent\n[got \"sent\"]\nask> ke")
        try screen.type("pt")
        try await screen.waitForText("ask> kept")
    }

    @Test func `A second Ctrl-C drops what was typed`() async throws {
        let screen = try await makeScreen()
        try screen.type("/stream")
        try screen.press("Enter")
        try await screen.waitForText("token ")
        try screen.send("dropped\r\u{03}\u{03}after".utf8)
        try await screen.waitForText("\nask> after")
        #expect(!(try screen.text().contains("dropped")))
    }

    @Test func `A second Ctrl-C counts until the next read begins`() async throws {
        let screen = try await makeScreen()
        try screen.type("/stall")
        try screen.press("Enter")
        try await screen.waitForText("token ")
        try screen.send("dropped\r\u{03}".utf8)
        try await screen.waitForText("[stopped]")
        try screen.send("too\r\u{03}after".utf8)
        try screen.home.write("", to: "stop")
        try await screen.waitForText("\nask> after")
        #expect(try screen.text(history: true).ranges(of: "[got").count == 1)
    }

    @Test func `A Ctrl-C in the next read is for its line again`() async throws {
        let screen = try await makeScreen()
        try screen.type("/stream")
        try screen.press("Enter")
        try await screen.waitForText("token ")
        try screen.type("first")
        try screen.press("C-c")
        try await screen.waitForText("ask> first")
        try screen.press("C-c")
        try await screen.waitForText("ask> first^C\nask> Say")
        try screen.type("/stream")
        try screen.press("Enter")
        try await screen.waitForText("^C\nask> /stream\n[got \"/stream\"]\ntoken ")
        try screen.type("second")
        try screen.press("C-c")
        try await screen.waitForText("\nask> second")
    }

    @Test func `SIGINT is as Ctrl-C`() async throws {
        let terminal = try await makeTerminal()
        try await terminal.send("/stream\r")
        try await terminal.waitForOutput("token 2")
        terminal.signal(2)
        try await terminal.waitForOutput("[stopped]")
        terminal.signal(2)
        try await terminal.waitForOutput("[interrupted]")
    }

    @Test func `Another program has the terminal as the shell left it`() async throws {
        let screen = try await makeScreen()
        try screen.type("/cooked")
        try screen.press("Enter")
        try await screen.waitForText("[echo is on]\n[echo is off]\nask>")
    }
}
