import ArgumentParser
import Chat

/// Turns a typed command into a value that can be run.
enum CommandLineParser {
    /// Reads a command.
    ///
    /// - Throws: ``REPLError`` for a name that is not known, with the near one as a hint, and for
    ///   arguments that do not fit.
    static func parse(name: String, rest: String) throws -> any ChatCommand {
        guard let command = CommandRegistry.command(named: name) else {
            throw REPLError.unknownCommand(
                name, near: NearestName.of(name, among: CommandRegistry.names))
        }
        return try parse(command, rest: rest)
    }

    private static func parse<Command: ChatCommand>(
        _ type: Command.Type, rest: String
    ) throws -> Command {
        let arguments = type.arguments(of: rest)
        do {
            return try type.parse(arguments)
        } catch {
            throw REPLError.badArguments(
                command: type.name, usage: type.usage, problem: type.message(for: error))
        }
    }
}
