import TestSupport

/// From the start of the program to its prompt, with the private store running, against the start
/// of a program that does nothing.
struct StartBenchmark: Benchmark {
    let name = "start to prompt / start of true"

    func run(_ sizes: Sizes) async throws -> Comparison {
        let stub = try await StubOllama()
        let home = try TemporaryFolder()
        let environment = ["OLLAMA_HOST": stub.address]
        // Keeps the private store running while the others come and go.
        let keeper = try PseudoTerminal(
            sizes.program, [], environment: environment, home: home)
        try await keeper.waitForOutput(">>>")
        let comparison = try await Comparison.measuring(
            sizes.samples,
            subject: {
                let start = ContinuousClock.now
                let terminal = try PseudoTerminal(
                    sizes.program, [], environment: environment, home: home)
                try await terminal.waitForOutput(">>>")
                let duration = ContinuousClock.now - start
                try await terminal.send("\u{04}")
                _ = try await terminal.waitForEnd()
                return duration
            },
            baseline: {
                try await time {
                    let program = try PseudoTerminal("/bin/true", [], home: home)
                    _ = try await program.waitForEnd()
                }
            })
        try await keeper.send("\u{04}")
        _ = try await keeper.waitForEnd()
        return comparison
    }
}
