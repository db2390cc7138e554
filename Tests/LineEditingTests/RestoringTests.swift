import TestSupport
import Testing

@Suite struct RestoringTests {
    // A backtrace takes longer than the tests may.
    private let quiet = ["SWIFT_BACKTRACE": "enable=no"]

    @Test(
        arguments: [
            ("/close", .exited(0)), ("/exit", .exited(3)), ("/abort", .signalled(6)),
            ("/fault", .signalled(11)),
        ] as [(String, ProgramEnd)])
    func `The terminal is restored however the program ends`(
        order: String, expected: ProgramEnd
    ) async throws {
        let terminal = try await makeTerminal(environment: quiet)
        #expect(!terminal.isCooked)
        try await terminal.send("\(order)\r")
        #expect(try await terminal.waitForEnd() == expected)
        expectRestored(terminal)
    }

    @Test func `A closed editor reads no more`() async throws {
        let terminal = try await makeTerminal()
        try await terminal.send("/close\r")
        try await terminal.waitForOutput("[The line editor is closed.]")
    }

    @Test func `A fatal error restores the terminal`() async throws {
        let terminal = try await makeTerminal(environment: quiet)
        try await terminal.send("/crash\r")
        guard case .signalled = try await terminal.waitForEnd() else {
            Issue.record("It did not crash.")
            return
        }
        expectRestored(terminal)
    }

    @Test(arguments: [1, 3, 15] as [Int32])
    func `Signals that end the program restore the terminal`(signal: Int32) async throws {
        let terminal = try await makeTerminal(environment: quiet)
        try await terminal.send("text")
        terminal.signal(signal)
        #expect(try await terminal.waitForEnd() == .signalled(signal))
        expectRestored(terminal)
    }

    @Test func `SIGINT on an empty line lets the program decide`() async throws {
        let terminal = try await makeTerminal(environment: quiet)
        terminal.signal(2)
        try await terminal.waitForOutput("[interrupted]")
        #expect(try await terminal.waitForEnd() == .exited(0))
        expectRestored(terminal)
    }

    @Test func `A program that handles signals itself is not pre-empted`() async throws {
        let terminal = try await makeTerminal("--own-termination")
        terminal.signal(15)
        try await terminal.waitForOutput("[told to end]")
        #expect(try await terminal.waitForEnd() == .exited(15))
        expectRestored(terminal)
    }

    private func expectRestored(_ terminal: PseudoTerminal) {
        #expect(terminal.isCooked)
        let output = terminal.output
        #expect(
            output.ranges(of: "\u{1b}[?2004l").count == output.ranges(of: "\u{1b}[?2004h").count)
        let shown = output.ranges(of: "\u{1b}[?25h").last?.lowerBound ?? output.startIndex
        #expect(!output[shown...].contains("\u{1b}[?25l"))
    }
}
