import ArgumentParser
import Chat
import Synchronization
import Terminal

/// Gives a message to a command of the shell.
package struct PipeCommand: ChatCommand {
    package static let name = "pipe"
    package static let usage = "[N] COMMAND"
    package static let summary = "Gives the reply to a command of the shell."
    package static let takesFreeText = true

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "The message, by its number; the last reply unless told.", valueName: "n"))
    var message: Int?

    @Argument(help: "The command, as it would be typed in the shell.")
    var command: String

    package init() {}

    /// A number in front is that of the message; everything behind it is for the shell.
    package static func arguments(of line: String) -> [String] {
        let word = line.prefix { !$0.isWhitespace }
        guard let number = Int(word) else { return FreeText.split(line, behind: []) }
        return ["--message=\(number)"]
            + FreeText.split(String(line.dropFirst(word.count).trimmed), behind: [])
    }

    package func run(in context: CommandContext) async throws -> CommandOutcome {
        guard let programs = context.programs else { throw REPLError.noPrograms }
        let (_, said) = try await context.messageOrReply(message)
        let output = context.output
        let decoder = Mutex(TextDecoder())
        defer {
            output.programText(decoder.withLock { $0.finish() })
            output.endReply()
        }
        let status = try await programs.run(command, input: said.content) { bytes in
            output.programText(decoder.withLock { $0.decode(bytes) })
        }
        tell(status, on: output)
        return .next
    }

    private func tell(_ status: Int32, on output: Output) {
        switch status {
        case 0: break
        case ..<0: output.warning("The command was ended by signal \(-status).")
        default: output.warning("The command ended with status \(status).")
        }
    }
}
