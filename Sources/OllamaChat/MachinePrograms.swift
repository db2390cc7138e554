import Chat
import REPL
import Spawning

/// The programs of this machine.
struct MachinePrograms: ProgramDesk {
    /// A program that takes a text into the clipboard.
    private struct ClipboardProgram {
        let name: String
        let arguments: [String]
        /// The variable that names the display that it needs.
        let display: EnvironmentKey?
    }

    private static let clipboardPrograms = [
        ClipboardProgram(name: "wl-copy", arguments: [], display: .waylandDisplay),
        ClipboardProgram(name: "xclip", arguments: ["-selection", "clipboard"], display: .display),
        ClipboardProgram(name: "xsel", arguments: ["--clipboard", "--input"], display: .display),
        ClipboardProgram(name: "pbcopy", arguments: [], display: nil),
    ]

    func copy(_ text: String) async throws -> String? {
        let environment = ProcessEnvironment.variables
        for program in Self.clipboardPrograms {
            if let display = program.display, display.value == nil { continue }
            guard let path = ProgramSearch.find([program.name], in: environment) else { continue }
            let status = try await Self.run(path, program.arguments, input: text) { _ in }
            if status == 0 { return program.name }
        }
        return nil
    }

    func run(
        _ command: String, input: String, onOutput: @escaping @Sendable ([UInt8]) -> Void
    ) async throws -> Int32 {
        let shell = EnvironmentKey.shell.value ?? "/bin/sh"
        return try await Self.run(shell, ["-c", command], input: input, onOutput: onOutput)
    }

    private static func run(
        _ path: String, _ arguments: [String], input: String,
        onOutput: @escaping @Sendable ([UInt8]) -> Void
    ) async throws -> Int32 {
        do {
            return try await PipedProcess.run(
                path, arguments, environment: ProcessEnvironment.variables,
                input: Array(input.utf8), onOutput: onOutput)
        } catch let error as SpawnError {
            throw ProgramError(error)
        }
    }
}

/// A program could not be started.
private struct ProgramError: ChatFailure {
    private let error: SpawnError

    init(_ error: SpawnError) {
        self.error = error
    }

    var kind: ChatFailureKind { .general }
    var description: String { error.description }
    var hint: String? { "SHELL names the shell that runs commands." }
}
