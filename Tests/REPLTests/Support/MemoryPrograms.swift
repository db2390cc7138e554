import REPL
import Synchronization

/// Programs that run in memory.
final class MemoryPrograms: ProgramDesk {
    private struct State {
        var clipboard: String?
        var runs: [(command: String, input: String)] = []
    }

    private let clipboardProgram: String?
    private let output: [[UInt8]]
    private let status: Int32
    private let state = Mutex(State())

    /// Makes programs.
    ///
    /// - Parameters:
    ///   - clipboardProgram: What fills the clipboard, where something does.
    ///   - output: What every command writes.
    ///   - status: How every command ends.
    init(clipboardProgram: String? = nil, output: [[UInt8]] = [], status: Int32 = 0) {
        self.clipboardProgram = clipboardProgram
        self.output = output
        self.status = status
    }

    /// What is in the clipboard.
    var clipboard: String? { state.withLock(\.clipboard) }

    /// The commands that were run, and what they read.
    var runs: [(command: String, input: String)] { state.withLock(\.runs) }

    func copy(_ text: String) async throws -> String? {
        if clipboardProgram != nil { state.withLock { $0.clipboard = text } }
        return clipboardProgram
    }

    func run(
        _ command: String, input: String, onOutput: @escaping @Sendable ([UInt8]) -> Void
    ) async throws -> Int32 {
        state.withLock { $0.runs.append((command, input)) }
        for bytes in output { onOutput(bytes) }
        return status
    }
}
