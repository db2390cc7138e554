import ArgumentParser

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The program: reads the command line, runs what it asks for, and leaves with a status.
@main
struct OllamaChat: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "ollama-chat",
            abstract: "Long conversations with local Ollama models, kept in Redis.",
            version: Version.text,
            subcommands: [ChatOptions.self] + ShellCommands.types,
            defaultSubcommand: ChatOptions.self)
    }

    static func main() async {
        // A reader that goes away is noticed at the write.
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try parseAsRoot(
                ShellCommands.order.arranged(Array(CommandLine.arguments.dropFirst())))
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
