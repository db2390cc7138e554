import ArgumentParser
import Chat
import Terminal

/// Lists the commands, or explains one.
package struct HelpCommand: ChatCommand {
    package static let name = "help"
    package static let aliases = ["?"]
    package static let usage = "[COMMAND]"
    package static let summary = "Lists the commands, or explains one."
    /// The topic that is no command.
    private static let keys = "keys"

    @Argument(help: "The command to explain, or keys.")
    var command: String?

    package init() {}

    package func run(in context: CommandContext) async throws -> CommandOutcome {
        guard let wanted = command else {
            list(on: context.output)
            return .next
        }
        if wanted == Self.keys { return showKeys(in: context) }
        let name = wanted.hasPrefix("/") ? String(wanted.dropFirst()) : wanted
        guard let command = CommandRegistry.command(named: name) else {
            throw REPLError.unknownCommand(
                name, near: NearestName.of(name, among: CommandRegistry.names))
        }
        explain(command, on: context.output)
        return .next
    }

    package static func completions(
        of text: String, in context: CompletionContext
    ) async -> [Candidate] {
        let topics =
            CommandRegistry.all.map { Candidate($0.name, description: $0.summary) }
            + [Candidate(keys, description: "Lists the keys.")]
        return topics.filter { $0.text.hasPrefix(text) }
    }

    private func showKeys(in context: CommandContext) -> CommandOutcome {
        let keys = context.lines?.keys ?? []
        if keys.isEmpty {
            context.output.notice("Lines are read without editing here, so there are no keys.")
        } else {
            context.output.table(
                TextTable(
                    [.init(), .init(isFlexible: true)],
                    rows: keys.map { [.init($0.names, as: .label), .init($0.action)] }))
            context.output.hint("The other keys are those of editrc(5), which may change them.")
        }
        return .next
    }

    private func list(on output: Output) {
        output.table(
            TextTable(
                [.init(), .init(isFlexible: true)],
                rows: CommandRegistry.all.map { command in
                    [
                        .init("/\(command.name) \(command.usage)", as: .label),
                        .init(command.summary),
                    ]
                }))
        output.result(KeyHelp.text)
    }

    private func explain(_ command: any ChatCommand.Type, on output: Output) {
        output.result("/\(command.name) \(command.usage)".trimmed)
        output.result(command.summary)
        if !command.aliases.isEmpty {
            output.result("Also: " + command.aliases.map { "/\($0)" }.joined(separator: ", "))
        }
        let options = options(of: command)
        if !options.isEmpty { output.result(options) }
    }

    /// The options as the parser explains them, but the one for help, which is for the shell.
    private func options(of command: any ChatCommand.Type) -> String {
        let lines = command.helpMessage(columns: 80).split(whereSeparator: \.isNewline)
        let options = lines.drop { $0 != "OPTIONS:" }.dropFirst()
        return options.prefix { !$0.hasPrefix("  -h, --help") }.joined(separator: "\n")
    }
}
