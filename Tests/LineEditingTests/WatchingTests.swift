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

    @Test func `Ctrl-C stops the work and drops what was typed`() async throws {
        let screen = try await makeScreen()
        try screen.type("/stream")
        try screen.press("Enter")
        try await screen.waitForText("token ")
        try screen.type("dropped")
        try screen.press("C-c")
        try await screen.waitFor("an empty line after the stop") { shown in
            shown.contains("[stopped]") && shown.hasSuffix("ask> Say something")
        }
        #expect(!(try screen.text().contains("dropped")))
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
