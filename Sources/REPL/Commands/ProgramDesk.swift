/// The programs of the machine, as commands work with them.
package protocol ProgramDesk: Sendable {
    /// Puts a text into the clipboard of the desktop.
    ///
    /// - Returns: The name of the program that did it; `nil` where there is none, or it failed.
    /// - Throws: `CancellationError`.
    func copy(_ text: String) async throws -> String?

    /// Runs a command of the person's shell.
    ///
    /// - Parameters:
    ///   - command: The command.
    ///   - input: What it reads.
    ///   - onOutput: Takes what it writes.
    /// - Returns: The status with which it ended, or the negative number of a signal.
    /// - Throws: Why it cannot be started, or `CancellationError` where it was stopped.
    func run(
        _ command: String, input: String, onOutput: @escaping @Sendable ([UInt8]) -> Void
    ) async throws -> Int32
}
