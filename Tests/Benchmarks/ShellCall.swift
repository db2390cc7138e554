import Platform
import TestSupport

/// A pipeline of the shell, run to its end.
struct ShellCall {
    private let script: String
    private let environment: [String: String]

    init(_ script: String, environment: [String: String]) {
        self.script = script
        self.environment = environment
    }

    /// How long it takes, by the clock on the wall.
    func wallTime() async throws -> Duration {
        try await time { try await run() }
    }

    /// How much processor time it takes, its children included.
    func processorTime() async throws -> Duration {
        let before = Self.childTime()
        try await run()
        return Self.childTime() - before
    }

    /// Runs it.
    func run() async throws {
        let program = try RunningProgram("/bin/sh", ["-c", script], environment: environment)
        guard try await program.end() == .exited(0) else {
            throw ShellFailure(script: script, errors: program.errors)
        }
    }

    /// Processor time of all children that have ended.
    ///
    /// Wraps `getrusage`.
    private static func childTime() -> Duration {
        var usage = rusage()
        // RUSAGE_CHILDREN is -1 everywhere, and has a different type on each system.
        getrusage(-1, &usage)
        return [usage.ru_utime, usage.ru_stime].reduce(.zero) { sum, part in
            sum + .seconds(part.tv_sec) + .microseconds(part.tv_usec)
        }
    }
}

/// A pipeline that failed.
private struct ShellFailure: Error {
    let script: String
    let errors: String
}
