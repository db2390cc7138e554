import ArgumentParser
import REPL

/// Chats: answers a prompt or each line of the input, or reads lines at a prompt.
struct ShellChat: AsyncParsableCommand {
    /// It is parsed by itself too (``read(_:)``); with the name of its super-command, the parser
    /// does not look first whether a completion script is wanted, which takes as long again.
    static let configuration = CommandConfiguration(
        commandName: "chat", _superCommandName: "ollama-chat",
        abstract: "Chats; this is what happens without a command.")

    @OptionGroup var options: ChatOptions

    @Argument(help: "What to say.")
    var prompt: [String] = []

    /// Reads a command line that names no command.
    ///
    /// - Returns: `nil` for one that is wrong or asks for help.
    static func read(_ arguments: [String]) -> ShellChat? {
        try? parse(arguments)
    }

    func validate() throws {
        if [options.isNew, options.continues, options.session != nil, options.quick].count(where: {
            $0
        }) > 1 {
            throw ValidationError("Give only one of -n, -c, -s and --quick.")
        }
        if options.template != nil, options.continues || options.session != nil {
            throw ValidationError(
                "--template begins a new session, so -c and -s do not go with it.")
        }
        if let word = prompt.first, !CommandLine.arguments.contains("--"),
            ShellCommands.names.contains(word)
        {
            throw ValidationError(
                "“\(word)” is a command and goes first. To say it to the model, put -- before "
                    + "the prompt, or quotes around the whole of it.")
        }
        if let hours = options.clean, !(hours > 0 && hours < 1e7) {
            throw ValidationError(
                "--clean takes a number of hours: more than 0, less than 10000000.")
        }
        if let name = promptless, !prompt.isEmpty {
            throw ValidationError(
                "“\(prompt.joined(separator: " "))” is one word too many: \(name) takes no prompt.")
        }
        if let name = promptless, !options.attach.isEmpty {
            throw ValidationError("--attach goes along with a prompt, and \(name) takes none.")
        }
        if !prompt.isEmpty, prompt.allSatisfy({ $0.allSatisfy(\.isWhitespace) }) {
            throw ValidationError("The prompt is empty.")
        }
    }

    func run() async throws {
        if options.version {
            try await VersionReport.show(options.shared)
        } else if options.lists {
            try await Program.run(SessionsCommand.parse([]), on: nil, options.shared)
        } else if let history = options.history {
            try await Program.run(HistoryCommand.parse([]), on: history, options.shared)
        } else if let hours = options.clean {
            try await Program.run(
                PruneCommand.cleaning(unusedForHours: hours, asking: !options.yes), on: nil,
                options.shared)
        } else if options.batch {
            try await Program.answerLines(options)
        } else {
            try await Program.chat(prompt, options)
        }
    }

    /// The option that was given and leaves no room for a prompt.
    private var promptless: String? {
        if options.version { return "--version" }
        if options.lists { return "-l" }
        if options.history != nil { return "--history" }
        if options.clean != nil { return "--clean" }
        return options.batch ? "--batch" : nil
    }
}
