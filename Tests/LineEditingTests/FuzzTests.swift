import TestSupport
import Testing

@Suite struct FuzzTests {
    @Test(.timeLimit(.minutes(1)), arguments: [(false, 1), (true, 2)] as [(Bool, UInt64)])
    func `Random keys do no harm`(isVi: Bool, seed: UInt64) async throws {
        let home = try TemporaryFolder()
        if isVi { try home.write("bind -v\n", to: ".editrc") }
        let terminal = try await makeTerminal(
            "--keep-reading", environment: ["MALLOC_CHECK_": "3"], home: home)
        var keys = RandomKeys(seed: seed)
        for _ in 0..<100 {
            try await terminal.send((0..<100).flatMap { _ in keys.next() })
            terminal.resize(columns: keys.number(in: 1...120), rows: keys.number(in: 1...50))
        }
        terminal.resize(columns: 80, rows: 24)
        try await leaveModes(of: terminal)
        try await terminal.send("/close\r")
        #expect(try await terminal.waitForEnd() == .exited(0))
        #expect(terminal.isCooked)
    }

    /// Ends whatever is open, a paste, a search or a mode of vi, until an empty line answers.
    private func leaveModes(of terminal: PseudoTerminal) async throws {
        let interrupts = terminal.output.ranges(of: "[interrupted]").count
        while terminal.output.ranges(of: "[interrupted]").count < interrupts + 2 {
            for key in ["\u{1b}[201~", "\u{1b}", "i", "\u{03}", "\u{03}"] {
                try await terminal.send(key)
                try await Task.sleep(for: .milliseconds(60))
            }
        }
    }
}
