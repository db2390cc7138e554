import ArgumentParser
import Chat
import ChatConfiguration
import REPL
import Terminal

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

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
        let wiring = try Wiring(options.configuration())
        try await Signals.cancelling(on: [SIGINT, SIGTERM, SIGHUP]) {
            try await wiring.running {
                let asks = isatty(STDIN_FILENO) == 1
                let context = CommandContext(
                    store: wiring.store, server: wiring.server, output: wiring.output,
                    lines: asks
                        ? PlainLineSource(
                            wiring.output, showsPrompt: true, answersInterrupts: false) : nil,
                    door: .shell, settings: ChatSettings(wantsJSON: options.json),
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

    /// Shows the configuration, or has it edited.
    ///
    /// It is not read before, as it may have to be put right; and nothing is connected.
    static func configure(_ command: ConfigCommand, _ options: SharedOptions) async throws {
        let wiring = try Wiring(Configuration(), keeping: .nothing)
        try await wiring.running {
            let context = CommandContext(
                store: wiring.store, server: wiring.server, output: wiring.output, lines: nil,
                door: .shell, settings: ChatSettings(wantsJSON: options.json),
                configuration: ConfigurationFileDesk(wiring.output, options.configured))
            _ = try await command.run(in: context)
        }
    }

    /// Runs a command; the store is searched only where the command needs that.
    private static func run(
        _ command: some ChatCommand, in context: CommandContext, _ wiring: Wiring
    ) async throws {
        switch command {
        case is SessionsCommand:
            await wiring.reconcile()
            _ = try await command.run(in: context)
        case is DeleteCommand:
            _ = try await wiring.lookingAgain { try await command.run(in: context) }
        default:
            _ = try await command.run(in: context)
        }
    }

    /// Answers a prompt, or reads lines at one.
    static func chat(_ options: ChatOptions) async throws {
        let prompt = try Prompt.make(words: options.prompt)
        if prompt == nil, options.shared.json {
            throw ValidationError(
                "--json needs a prompt: at the program’s own prompt, replies are not shown as "
                    + "JSON.")
        }
        if prompt == nil, isatty(STDIN_FILENO) != 1 {
            throw ValidationError(
                "There is nothing to say: no prompt is given, and the standard input is empty.")
        }
        let configured = try options.configured()
        let configuration = try Configuration(
            options: configured, environment: ProcessEnvironment.variables)
        let wiring = try Wiring(configuration, keeping: options.quick ? .nothing : .always)
        let settings = try ChatSettings(options, configuration)
        let choice = SessionChoice(options)
        guard let prompt else {
            let interactive = Interactive(
                wiring, choice, settings, ConfigurationFileDesk(wiring.output, configured))
            return try await Signals.cancelling(on: [SIGTERM, SIGHUP]) {
                try await wiring.running { try await interactive.run() }
            }
        }
        let outcome = try await Signals.cancelling(on: [SIGINT, SIGTERM, SIGHUP]) {
            try await wiring.running {
                try await wiring.output.whileRead {
                    try await answer(prompt, choice, settings, wiring)
                }
            }
        }
        guard let outcome, !wasLeft(wiring.output, after: outcome) else { return }
        let status = ExitStatus.of(outcome)
        if status != .success { throw status }
    }

    /// Whether the reader of the answer went away and all that came is stored, which is no failure.
    private static func wasLeft(_ output: Output, after outcome: TurnOutcome) -> Bool {
        output.isClosed && outcome.state == .interrupted && outcome.storeFailure == nil
    }

    private static func answer(
        _ prompt: String, _ choice: SessionChoice, _ settings: ChatSettings, _ wiring: Wiring
    ) async throws -> TurnOutcome {
        let context = CommandContext(
            store: wiring.store, server: wiring.server, output: wiring.output, lines: nil,
            door: .shell, settings: settings)
        if let session = try await choice.session(context, wiring) {
            _ = try await context.open(session, showing: .last(0))
            try await context.applySettings()
        }
        let outcome = try await OneShot(context).run(prompt)
        await wiring.storeLeftovers()
        return outcome
    }
}
