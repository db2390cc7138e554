import ArgumentParser
import Ollama
import Platform

/// The program: reads the command line, runs what it asks for, and leaves with a status.
@main
struct OllamaChat: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "ollama-chat",
            abstract: "Long conversations with local Ollama models, kept in Redis.",
            subcommands: subcommands,
            defaultSubcommand: ShellChat.self)
    }

    /// The commands, of which chatting is the one without a name.
    static var subcommands: [any ParsableCommand.Type] {
        [ShellChat.self] + ShellCommands.types + [CompletionScript.self]
    }

    static func main() async {
        // A reader that goes away is noticed at the write.
        signal(SIGPIPE, SIG_IGN)
        // It takes milliseconds, as reading the command line does: they are done side by side.
        Task.detached { OllamaClient.load() }
        do {
            let arguments = Array(CommandLine.arguments.dropFirst())
            if arguments.first == CompletedCommandLine.question {
                return try await CompletedCommandLine.answer(arguments)
            }
            var command = try command(arguments)
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            Complaint.status(for: error).leave()
        }
    }

    /// Reads the command line.
    ///
    /// A line that names no command is read by the parser of chatting alone: the tree of all
    /// commands takes longer to build than the rest of the start. What that parser does not
    /// understand goes to the whole one, which knows what to say.
    private static func command(_ arguments: [String]) throws -> any ParsableCommand {
        if !arguments.contains(where: ShellCommands.isName), let chat = ShellChat.read(arguments) {
            return chat
        }
        try ShellCommands.checkHelp(arguments)
        return try parseAsRoot(ShellCommands.order.arranged(arguments))
    }
}
