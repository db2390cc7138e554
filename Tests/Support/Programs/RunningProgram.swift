import Platform
import PlatformFoundation

/// A program without a terminal, whose streams are files in its home folder.
package final class RunningProgram: Sendable {
    /// The home folder of the program.
    package let home: TemporaryFolder
    /// The process id.
    package let process: Int32

    /// Starts a program.
    ///
    /// - Parameters:
    ///   - program: Its path.
    ///   - arguments: Its arguments.
    ///   - environment: Changes to ``ProgramEnvironment``.
    ///   - input: What it reads from its standard input.
    ///   - home: Its home folder.
    /// - Throws: An error when it cannot be started.
    package init(
        _ program: String, _ arguments: [String] = [], environment: [String: String] = [:],
        input: String = "", home: TemporaryFolder? = nil
    ) throws {
        self.home = try home ?? TemporaryFolder()
        try self.home.write(input, to: "stdin")
        let redirect = #"cd "$HOME" && exec "$@" <stdin >stdout 2>stderr"#
        process = try Spawn.start(
            "/bin/sh", ["-c", redirect, "sh", program] + arguments,
            environment: ProgramEnvironment.make(home: self.home.path, changes: environment))
    }

    /// What it wrote to its standard output so far.
    package var output: String { text("stdout") }

    /// What it wrote to its standard error so far.
    package var errors: String { text("stderr") }

    /// Sends it a signal.
    package func signal(_ number: Int32) { kill(process, number) }

    /// Waits until it has ended.
    ///
    /// - Returns: How it ended.
    /// - Throws: ``TerminalTimeout`` with what it wrote, after ``Patience/limit``.
    package func end() async throws -> ProgramEnd {
        let deadline = ContinuousClock.now + Patience.limit
        var status: Int32 = 0
        while waitpid(process, &status, WNOHANG) == 0 {
            guard ContinuousClock.now < deadline else {
                kill(process, SIGKILL)
                throw TerminalTimeout(what: "end of the program", screen: output + errors)
            }
            try await Task.sleep(for: .milliseconds(5))
        }
        return ProgramEnd(status: status)
    }

    private func text(_ name: String) -> String {
        let data = try? Data(contentsOf: URL(filePath: home.file(name)))
        return String(decoding: data ?? Data(), as: UTF8.self)
    }
}
