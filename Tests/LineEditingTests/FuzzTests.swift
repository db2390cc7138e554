import PlatformFoundation
import TestSupport
import Testing

/// Random keys, pastes and sizes of the terminal, with an allocator that checks the memory.
///
/// A run lasts as many seconds as `FUZZ_SECONDS` says, with the seed `FUZZ_SEED`, for example
/// `FUZZ_SECONDS=3600 FUZZ_SEED=7 swift test --disable-xctest --filter FuzzTests`.
@Suite struct FuzzTests {
    private static let variables = ProcessInfo.processInfo.environment
    private static let duration = Duration.seconds(
        variables["FUZZ_SECONDS"].flatMap(Int.init) ?? 10)
    private static let seed = variables["FUZZ_SEED"].flatMap(UInt64.init) ?? 1

    /// glibc checks its heap by the library only, and other systems know neither variable.
    private static let checks = [
        "MALLOC_CHECK_": "3", "MALLOC_PERTURB_": "165", "LD_PRELOAD": "libc_malloc_debug.so.0",
    ]

    @Test(arguments: [false, true]) func `Random keys do no harm`(isVi: Bool) async throws {
        var keys = RandomKeys(seed: Self.seed + (isVi ? 1 : 0))
        let deadline = ContinuousClock.now + Self.duration
        var count = 0
        repeat {
            // One of its own each time, or the history would have the order to close.
            let home = try TemporaryFolder()
            if isVi { try home.write("bind -v\n", to: ".editrc") }
            let terminal = try await makeTerminal(
                "--keep-reading", environment: Self.checks, home: home)
            for _ in 0..<50 {
                try await terminal.send((0..<100).flatMap { _ in keys.next() })
                terminal.resize(columns: keys.number(in: 1...120), rows: keys.number(in: 1...50))
            }
            count += 5_000
            terminal.resize(columns: 80, rows: 24)
            try await leaveModes(of: terminal)
            try await terminal.send("/close\r")
            #expect(try await terminal.waitForEnd() == .exited(0))
            #expect(terminal.isCooked)
        } while ContinuousClock.now < deadline
        print("\(count) random keys \(isVi ? "in vi" : "in emacs") mode did no harm.")
    }

    /// Ends whatever is open, a paste, a search or a mode of vi, until an empty line answers.
    private func leaveModes(of terminal: PseudoTerminal) async throws {
        let deadline = ContinuousClock.now + Patience.limit
        let interrupts = terminal.output.ranges(of: "[interrupted]").count
        while terminal.output.ranges(of: "[interrupted]").count < interrupts + 2 {
            guard ContinuousClock.now < deadline else {
                throw TerminalTimeout(what: "an empty line", screen: terminal.output)
            }
            for key in ["\u{1b}[201~", "\u{1b}", "i", "\u{03}", "\u{03}"] {
                try await terminal.send(key)
                try await Task.sleep(for: .milliseconds(60))
            }
        }
    }
}
