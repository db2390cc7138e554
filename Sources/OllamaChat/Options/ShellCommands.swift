import ArgumentParser
import Chat
import REPL

/// The commands that answer in the shell, made from the one list of commands.
enum ShellCommands {
    /// Their types.
    static var types: [any ParsableCommand.Type] {
        CommandRegistry.all.filter { $0.shellName != nil }.map { type(of: $0) }
    }

    /// Commands that make sense in the shell only.
    private static let others = ["chat", "completion", "help"]

    /// Whether a word is the name of one.
    static func isName(_ word: String) -> Bool {
        CommandRegistry.all.contains { $0.shellName == word } || others.contains(word)
    }

    /// Their names.
    static var names: Set<String> {
        Set(CommandRegistry.all.compactMap { $0.shellName } + Self.others)
    }

    /// The order in which the parser takes words.
    static var order: ArgumentOrder {
        let named = CommandRegistry.all.filter { command in
            command.needsSession
                || command == DeleteCommand.self || command == ExportCommand.self
                || command == UndeleteCommand.self || command == StatsCommand.self
        }
        return ArgumentOrder(
            commands: names.subtracting(others),
            sessionCommands: Set(named.compactMap { $0.shellName }))
    }

    /// Refuses to explain a command that there is not, which the parser would pass over.
    static func checkHelp(_ arguments: [String]) throws {
        guard arguments.first == "help", let name = arguments.dropFirst().first,
            !name.hasPrefix("-"), !names.contains(name)
        else { return }
        throw REPLError.unknownCommand(
            name, at: .shell, near: NearestName.of(name, among: names.sorted()))
    }

    private static func type<Command: ChatCommand>(
        of command: Command.Type
    ) -> any ParsableCommand.Type {
        Command.needsSession ? ShellSessionCommand<Command>.self : ShellCommand<Command>.self
    }
}

/// A command at the shell's door.
private struct ShellCommand<Command: ChatCommand>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: Command.shellName, abstract: Command.summary)
    }

    @OptionGroup(title: "Shared options") var shared: SharedOptions
    @OptionGroup var command: Command

    func run() async throws {
        if command is ConfigCommand || (command as? TemplateCommand)?.needsNoSession == true {
            try await Program.workOnFiles(command, shared)
        } else {
            try await Program.run(command, on: nil, shared)
        }
    }
}

/// A command at the shell's door that works on a session, which is named first.
private struct ShellSessionCommand<Command: ChatCommand>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: Command.shellName, abstract: Command.summary)
    }

    @OptionGroup(title: "Shared options") var shared: SharedOptions

    @Argument(
        help: "The session: its id, the beginning of it, or its name.", completion: .sessions)
    var session: String

    @OptionGroup var command: Command

    func run() async throws {
        try await Program.run(command, on: session, shared)
    }
}
