import ArgumentParser
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
        do {
            let arguments = Array(CommandLine.arguments.dropFirst())
            if arguments.first == CompletedCommandLine.question {
                return try await CompletedCommandLine.answer(arguments)
            }
            try ShellCommands.checkHelp(arguments)
            var command = try parseAsRoot(ShellCommands.order.arranged(arguments))
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            Complaint.status(for: error).leave()
        }
    }
}
