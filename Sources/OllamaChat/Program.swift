import ArgumentParser
import Chat
import ChatConfiguration
import Platform
import REPL
import Terminal

/// What the program does once the command line is read.
enum Program {
    /// Runs a command at the shell's door.
    ///
    /// - Parameters:
    ///   - command: The command.
    ///   - session: The session that it works on, where it needs one.
    ///   - options: What was asked for.
    /// - Throws: What the command throws.
    static func run(
        _ command: some ChatCommand, on session: String?, _ options: SharedOptions
    ) async throws {
        let configuration = try options.configuration()
        let wiring = try Wiring(configuration)
        try await Signals.cancelling(on: [SIGINT, SIGTERM, SIGHUP]) {
            try await wiring.running {
                let context = CommandContext(
                    store: wiring.store, index: wiring.index, recall: wiring.recall,
                    recallChoice: RecallChoice(configuration.recallModel),
                    server: wiring.server,
                    output: wiring.output, lines: answers(to: wiring.output), door: .shell,
                    settings: ChatSettings(wantsJSON: options.json),
                    configuration: ConfigurationFileDesk(wiring.output, options.configured),
                    templates: TemplateFileDesk(wiring.output), files: MachineFiles(),
                    waitingMessages: DataFolder.waitingMessages)
                if let session {
                    let choice = SessionChoice.reference(session)
                    if let found = try await choice.session(context, wiring) {
                        context.activate(found)
                    }
                }
                try await run(command, in: context, wiring)
            }
        }
    }

    /// Runs a command that shows or changes the configuration or the templates.
    ///
    /// The configuration is not read before, as it may have to be put right; and nothing is
    /// connected.
    static func workOnFiles(_ command: some ChatCommand, _ options: SharedOptions) async throws {
        let wiring = try Wiring(Configuration(), keeping: .nothing)
        try await wiring.running {
            let context = CommandContext(
                store: wiring.store, server: wiring.server, output: wiring.output,
                lines: answers(to: wiring.output), door: .shell,
                settings: ChatSettings(wantsJSON: options.json),
                configuration: ConfigurationFileDesk(wiring.output, options.configured),
                templates: TemplateFileDesk(wiring.output))
            _ = try await command.run(in: context)
        }
    }

    /// Where answers to questions come from; `nil` where nobody can be asked.
    private static func answers(to output: Output) -> PlainLineSource? {
        guard isatty(STDIN_FILENO) == 1 else { return nil }
        return PlainLineSource(output, showsPrompt: true, answersInterrupts: false)
    }

    /// Runs a command; the store is searched only where the command needs that.
    private static func run(
        _ command: some ChatCommand, in context: CommandContext, _ wiring: Wiring
    ) async throws {
        switch command {
        case is SessionsCommand where context.output.traits(of: .standardOutput).isTerminal:
            await wiring.reconcilePromptly()
            _ = try await command.run(in: context)
        case is SessionsCommand, is PruneCommand:
            await wiring.reconcile()
            _ = try await command.run(in: context)
        case let stats as StatsCommand where stats.isAboutStore(at: .shell):
            await wiring.reconcile()
            _ = try await command.run(in: context)
        case is DeleteCommand, is TemplateCommand, is StatsCommand:
            _ = try await wiring.lookingAgain { try await command.run(in: context) }
        default:
            _ = try await command.run(in: context)
        }
    }
}
