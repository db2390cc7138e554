import TestSupport
import Testing

@Suite struct EditingTests {
    @Test func `A line is read and its prompt stays`() async throws {
        let screen = try await makeScreen()
        try screen.type("hello")
        try screen.press("Enter")
        try await screen.waitForText("ask> hello\n[got \"hello\"]\nask> Say something")
    }

    @Test func `Every kind of character is edited as one`() async throws {
        let screen = try await makeScreen()
        try screen.type("xé日e\u{301}👨‍👩‍👧y")
        try screen.press("Left", "BSpace", "BSpace", "BSpace", "BSpace", "Enter")
        try await screen.waitForText("[got \"xy\"]")
    }

    @Test(
        arguments: [
            [0x0A], [0x1B, 0x0D], Array("\u{1b}[13;2u".utf8), Array("\u{1b}[27;2;13~".utf8),
            [0x5C, 0x0D],
        ] as [[UInt8]])
    func `A newline is inserted by its keys`(key: [UInt8]) async throws {
        let screen = try await makeScreen()
        try screen.type("one")
        try screen.send(key)
        try screen.type("two")
        try await screen.waitForText("ask> one\n...> two")
        try screen.press("Enter")
        try await screen.waitForText("[got \"one\\ntwo\"]")
    }

    @Test func `Ctrl-C clears a text, and interrupts without one`() async throws {
        let screen = try await makeScreen()
        try screen.type("draft")
        try screen.press("C-c")
        try await screen.waitForText("ask> draft^C\nask> Say something")
        try screen.press("C-c")
        try await screen.waitForText("[interrupted]")
    }

    @Test func `Ctrl-D deletes in a text, and ends the input without one`() async throws {
        let screen = try await makeScreen()
        try screen.type("ab")
        try screen.press("C-a", "C-d")
        try await screen.waitFor("deletion") { $0 == "ask> b" }
        try screen.press("C-d", "C-d")
        try await screen.waitFor("an end", history: true) { $0.contains("[end of input]") }
    }

    @Test func `Ctrl-L empties the screen and keeps the text`() async throws {
        let screen = try await makeScreen()
        try screen.type("one")
        try screen.press("Enter")
        try await screen.waitForText("[got")
        try screen.type("two")
        try screen.press("C-l")
        try await screen.waitFor("a clear screen") { $0 == "ask> two" }
    }

    @Test func `Changes are undone`() async throws {
        let screen = try await makeScreen()
        try screen.type("one two")
        try screen.press("C-w")
        try await screen.waitFor("deletion") { $0 == "ask> one" }
        try screen.press("C-_")
        try await screen.waitFor("undo") { $0 == "ask> one two" }
    }

    @Test func `Ctrl-K kills to the end of the line, Ctrl-Y brings it back`() async throws {
        let screen = try await makeScreen()
        try screen.type("one two")
        try screen.press("C-j")
        try screen.type("three")
        try screen.press("Up", "C-a", "C-k")
        try await screen.waitFor("a kill") { $0 == "ask>\n...> three" }
        try screen.press("Down", "C-e", "C-y")
        try await screen.waitFor("a yank") { $0 == "ask>\n...> threeone two" }
    }

    @Test func `A prompt may begin with a text`() async throws {
        let screen = try await makeScreen("--prefilled")
        try screen.type("!")
        try screen.press("Enter")
        try await screen.waitForText("[got \"prefilled text!\"]")
    }

    @Test func `A line that was cancelled comes back`() async throws {
        let screen = try TerminalScreen(BuiltProgram.path("editor-probe"), ["--cancel"])
        try await screen.waitForText("cancelled>")
        try screen.type("kept")
        try await screen.waitForText("cancelled> kept")
        try screen.home.write("", to: "stop")
        try await screen.waitForText("[CancellationError()]\nask> kept")
        try screen.press("Enter")
        try await screen.waitForText("[got \"kept\"]")
    }

    @Test func `The user's key bindings count`() async throws {
        let home = try TemporaryFolder()
        try home.write("bind ^T chat-newline\nbind ^W em-kill-region\n", to: ".editrc")
        let screen = try await makeScreen(home: home)
        try screen.type("a")
        try screen.press("C-t")
        try screen.type("b")
        try await screen.waitForText("ask> a\n...> b")
    }

    @Test(arguments: ["C", "POSIX", "xx_XX.ISO-8859-1"])
    func `A locale without UTF-8 is not in the way`(locale: String) async throws {
        let screen = try await makeScreen(environment: ["LANG": locale, "LC_ALL": locale])
        try screen.type("é日")
        try screen.press("Enter")
        try await screen.waitForText("[got \"é日\"]")
    }
}
