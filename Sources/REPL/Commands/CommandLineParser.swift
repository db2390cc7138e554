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
        let arguments = type.takesFreeText ? freeText(rest, type.leadingOptions) : Words.split(rest)
        do {
            return try type.parse(arguments)
        } catch {
            throw REPLError.badArguments(
                command: type.name, usage: type.usage, problem: type.message(for: error))
        }
    }

    /// Leading options as words, and the rest of the line as the one word that it is.
    private static func freeText(_ line: String, _ options: Set<String>) -> [String] {
        var arguments: [String] = []
        var rest = line[...]
        while let word = rest.split(maxSplits: 1, whereSeparator: \.isWhitespace).first,
            options.contains(String(word))
        {
            arguments.append(String(word))
            rest = rest.dropFirst(word.count).drop(while: \.isWhitespace)
        }
        return rest.isEmpty ? arguments : arguments + ["--", String(rest)]
    }
}
