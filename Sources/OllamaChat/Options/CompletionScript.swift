import ArgumentParser
import ChatConfiguration
import REPL

/// Prints what teaches a shell to complete the command line.
struct CompletionScript: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "completion",
        abstract: "Prints the script with which a shell completes the command line.")

    /// The shells that there are scripts for.
    enum Shell: String, CaseIterable, ExpressibleByArgument {
        case bash, zsh, fish
    }

    @Argument(help: "The shell.")
    var shell: Shell

    func run() {
        guard let shell = CompletionShell(rawValue: shell.rawValue) else { return }
        print(CompletedCommandLine.completionScript(for: shell))
    }
}

/// The command line as shells complete it: chatting is what happens without a command, so its
/// options stand beside the commands.
struct CompletedCommandLine: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "ollama-chat", subcommands: OllamaChat.subcommands)
    }

    /// The first word of a question that a script asks.
    static let question = "---completion"

    @OptionGroup var options: ChatOptions

    /// Answers a question of a script, quickly and quietly.
    ///
    /// - Parameter arguments: The words of the command line: the question, the commands and the
    ///   option whose value is asked for, and what was typed.
    /// - Throws: The answer, as the parser has it.
    static func answer(_ arguments: [String]) async throws {
        let commands = arguments.prefix { $0 != "--" }
        let asked = arguments.prefix(commands.count + 2)
        let modelWords = ["--model", ModelCommand.shellName, ShowCommand.shellName]
        let asksForModels = asked.contains(where: modelWords.contains)
        let fetched = await Promptly.result { () -> ShellCandidates? in
            let environment = ProcessEnvironment.variables
            guard let configuration = try? Configuration(environment: environment),
                let context = try? RunningServers(configuration).completion
            else { return nil }
            return asksForModels
                ? await .models(of: context) : await .sessions(of: context)
        }
        var candidates = fetched ?? ShellCandidates()
        let templateWords = ["--template", TemplateCommand.shellName]
        if asked.contains(where: templateWords.contains) {
            candidates.addTemplates(at: TemplateFileDesk())
        }
        try ShellCandidates.$current.withValue(candidates) {
            _ = try parseAsRoot(arguments)
        }
    }
}
