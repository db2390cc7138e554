import TestSupport
import Testing

@Suite struct QuestionTests {
    private func ask() async throws -> TerminalScreen {
        let screen = try await makeScreen()
        try screen.type("/ask")
        try screen.press("Enter")
        try await screen.waitForText("Really? [y/N]")
        return screen
    }

    @Test func `Ctrl-C ends a question, whatever was typed`() async throws {
        let screen = try await ask()
        try screen.type("ye")
        try screen.press("C-c")
        try await screen.waitForText("Really? [y/N] ye^C\n[question interrupted]\nask> Say")
    }

    @Test func `Ctrl-D ends a question, whatever was typed`() async throws {
        let screen = try await ask()
        try screen.type("yes")
        try screen.press("Left", "C-d")
        try await screen.waitForText("Really? [y/N] yes\n[question left]\nask> Say")
    }

    @Test func `A question has no history`() async throws {
        let screen = try await ask()
        try screen.type("n")
        try screen.press("Up", "Up", "Down", "C-p", "M-p", "Enter")
        try await screen.waitForText("Really? [y/N] n\n[answered \"n\"]")
    }

    @Test(arguments: [[0x0A], [0x1B, 0x0D], [0x0D]] as [[UInt8]])
    func `Every kind of Enter answers`(key: [UInt8]) async throws {
        let screen = try await ask()
        try screen.type("y\\")
        try screen.send(key)
        try await screen.waitForText("[answered \"y\\\\\"]")
    }

    @Test func `A paste stays on one row`() async throws {
        let screen = try await ask()
        try screen.paste("y\nno\n")
        try await screen.waitForText("Really? [y/N] y no")
        try screen.press("Enter")
        try await screen.waitForText("[answered \"y no\"]")
    }

    @Test func `Commands are not completed in an answer`() async throws {
        let screen = try await ask()
        try screen.type("/he")
        try screen.press("Tab", "Enter")
        try await screen.waitForText("[answered \"/he\"]")
    }
}
