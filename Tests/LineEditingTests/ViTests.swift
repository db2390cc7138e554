import TestSupport
import Testing

@Suite struct ViTests {
    private func makeVi() async throws -> TerminalScreen {
        let home = try TemporaryFolder()
        try home.write("bind -v\n", to: ".editrc")
        return try await makeScreen(home: home)
    }

    @Test func `Commands of vi edit the line`() async throws {
        let screen = try await makeVi()
        try screen.type("one two three")
        try screen.press("Escape")
        try screen.type("bdwAx")
        try await screen.waitFor("the word gone") { $0 == "ask> one two x" }
        try screen.press("Enter")
        try await screen.waitForText("[got \"one two x\"]")
    }

    @Test func `The end of an empty line and an insertion are safe`() async throws {
        let screen = try await makeVi()
        try screen.press("Escape")
        try screen.type("$ihello")
        try screen.press("Enter")
        try await screen.waitForText("[got \"hello\"]")
    }

    @Test func `The last change is done again, as often as it is told`() async throws {
        let screen = try await makeVi()
        try screen.type("one two three four five")
        try screen.press("Escape")
        try screen.type("0dw.")
        try await screen.waitFor("two words gone") { $0 == "ask> three four five" }
        try screen.type("2.")
        try await screen.waitFor("four words gone") { $0 == "ask> five" }
    }

    @Test func `A command of libedit with a lone quote does not crash`() async throws {
        let screen = try await makeVi()
        try screen.press("Escape")
        try screen.type(":\"")
        try screen.press("Enter")
        try screen.type("alive")
        try screen.press("Enter")
        try await screen.waitForText("[got \"alive\"]")
    }

    @Test func `D and C leave the lines below alone`() async throws {
        let screen = try await makeVi()
        try screen.type("one two")
        try screen.press("C-j")
        try screen.type("three four")
        try screen.press("Escape")
        try screen.type("k0wD")
        try await screen.waitFor("a kill") { $0 == "ask> one\n...> three four" }
        try screen.type("0C1")
        try await screen.waitFor("a change") { $0 == "ask> 1\n...> three four" }
        try screen.press("Down", "Escape", "Home")
        try screen.type("wD")
        try screen.press("Home")
        try screen.type("C2")
        try await screen.waitFor("both in the last line") { $0 == "ask> 1\n...> 2" }
    }

    @Test func `k and j go through the history`() async throws {
        let screen = try await makeVi()
        try screen.press("Escape")
        try screen.type("kk")
        try await screen.waitFor("the oldest entry") { $0 == "ask> first entry" }
        try screen.type("j")
        try await screen.waitFor("the newest entry") { $0 == "ask> second entry" }
    }
}
