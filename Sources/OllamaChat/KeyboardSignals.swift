import Platform

/// The signals that keys send to all programs of a terminal.
enum KeyboardSignals {
    /// Leaves Ctrl-C and Ctrl-\ to another program while it has the terminal.
    static func ignored<Result>(
        while body: () async throws -> Result
    ) async rethrows -> Result {
        let numbers = [SIGINT, SIGQUIT]
        var actions = numbers.map { _ in sigaction() }
        for (index, number) in numbers.enumerated() {
            sigaction(number, nil, &actions[index])
            signal(number, SIG_IGN)
        }
        defer {
            for (index, number) in numbers.enumerated() { sigaction(number, &actions[index], nil) }
        }
        return try await body()
    }
}
