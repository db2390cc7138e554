package import ArgumentParser
package import Chat

/// A command, which answers at two doors: `/name` in the prompt, `ollama-chat name` in the shell.
///
/// Its arguments are declared with swift-argument-parser; ``CommandRegistry`` lists the commands.
package protocol ChatCommand: ParsableArguments, Sendable {
    /// The name in the prompt, without the slash.
    static var name: String { get }
    /// Other names in the prompt.
    static var aliases: [String] { get }
    /// The name in the shell, or `nil` for a command that makes no sense there.
    static var shellName: String? { get }
    /// The arguments, as shown in help: `[NAME]`.
    static var usage: String { get }
    /// One sentence that says what it does.
    static var summary: String { get }
    /// Whether what stands behind the name, and behind ``leadingOptions``, is one text, taken as
    /// it is.
    static var takesFreeText: Bool { get }
    /// Options that a command with free text understands before the text.
    static var leadingOptions: Set<String> { get }
    /// The arguments that a line holds, which stands behind the name in the prompt.
    static func arguments(of line: String) -> [String]
    /// Whether the shell names a session first, on which the command then works.
    static var needsSession: Bool { get }

    /// Does the work.
    func run(in context: CommandContext) async throws -> CommandOutcome

    /// What could stand where `text` does, the text behind the command's name.
    static func completions(
        of text: String, in context: CompletionContext
    ) async -> [Candidate]
}

extension ChatCommand {
    package static var aliases: [String] { [] }
    package static var shellName: String? { nil }
    package static var usage: String { "" }
    package static var takesFreeText: Bool { false }
    package static var leadingOptions: Set<String> { [] }
    package static var needsSession: Bool { false }
    package static func arguments(of line: String) -> [String] {
        takesFreeText ? FreeText.split(line, behind: leadingOptions) : Words.split(line)
    }
    package static func completions(
        of text: String, in context: CompletionContext
    ) async -> [Candidate] { [] }
}

/// What the loop does after a command.
package enum CommandOutcome: Hashable, Sendable {
    /// Reads the next line.
    case next
    /// Runs a turn, whose reply may be made with something else than what is set.
    case turn(TurnKind, ReplyOverride = ReplyOverride())
    /// Leaves the program.
    case quit
}
