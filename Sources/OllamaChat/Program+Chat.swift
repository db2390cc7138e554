import ArgumentParser
import Chat
import ChatConfiguration
import Platform
import REPL
import Terminal

extension Program {
    /// Answers a prompt, or reads lines at one.
    ///
    /// - Parameters:
    ///   - words: The prompt on the command line.
    ///   - options: What was asked for.
    /// - Throws: What keeps it from being answered, or the status of a turn that failed.
    static func chat(_ words: [String], _ options: ChatOptions) async throws {
        let prompt = OneShotPrompt.make(words: words, attaching: options.attach)
        if prompt == nil, options.shared.json {
            throw ValidationError(
                "--json needs a prompt: at the program’s own prompt, replies are not shown as "
                    + "JSON.")
        }
        if prompt == nil, isatty(STDIN_FILENO) != 1 {
            throw ValidationError(
                "There is nothing to say: no prompt is given, and the standard input is empty.")
        }
        let parts = try ChatParts(options)
        guard let prompt else {
            let interactive = Interactive(
                parts.wiring, parts.choice, parts.settings, parts.configuration, parts.template,
                attaching: options.attach)
            return try await Signals.cancelling(on: [SIGTERM, SIGHUP]) {
                try await parts.wiring.running { try await interactive.run() }
            }
        }
        let status = try await parts.answering { context in
            let outcome = try await OneShot(context).run(prompt)
            return wasLeft(parts.wiring.output, after: outcome) ? .success : .of(outcome)
        }
        if status != .success { throw status }
    }

    /// Answers each line of the standard input.
    ///
    /// - Parameter options: What was asked for.
    /// - Throws: What keeps them all from being answered, or the status of the first turn that
    ///   failed.
    static func answerLines(_ options: ChatOptions) async throws {
        let parts = try ChatParts(options)
        let status = try await parts.answering { context in
            let lines = PlainLineSource(
                parts.wiring.output, showsPrompt: false, answersInterrupts: false)
            let batch = Batch(context, lines: lines)
            var status = ExitStatus.success
            while let result = try await batch.answerNext() {
                if status == .success { status = .of(result) }
            }
            return status
        }
        if status != .success { throw status }
    }

    /// Whether the reader of the answer went away and all that came is stored, which is no failure.
    private static func wasLeft(_ output: Output, after outcome: TurnOutcome) -> Bool {
        output.isClosed && outcome.state == .interrupted && outcome.storeFailure == nil
    }
}

/// What a chat takes.
private struct ChatParts: Sendable {
    let wiring: Wiring
    let choice: SessionChoice
    let settings: ChatSettings
    let configuration: ConfigurationFileDesk
    let template: TemplateUse?

    init(_ options: ChatOptions) throws {
        template = try options.templateUse()
        let configured = try options.configured()
        let all = try Configuration(
            options: configured, environment: ProcessEnvironment.variables)
        wiring = try Wiring(all, keeping: options.quick ? .nothing : .always)
        choice = SessionChoice(options)
        settings = try ChatSettings(options, all)
        configuration = ConfigurationFileDesk(wiring.output, configured)
    }

    /// Does something in the session that was chosen, until it is done, a signal comes, or nobody
    /// reads its output any more.
    ///
    /// - Returns: What it returns; success where nobody reads.
    func answering(
        _ body: @escaping @Sendable (CommandContext) async throws -> ExitStatus
    ) async throws -> ExitStatus {
        let status = try await Signals.cancelling(on: [SIGINT, SIGTERM, SIGHUP]) {
            try await wiring.running {
                try await wiring.output.whileRead {
                    let context = CommandContext(
                        store: wiring.store, server: wiring.server, output: wiring.output,
                        lines: nil, door: .shell, settings: settings,
                        files: MachineFiles())
                    if let session = try await choice.session(context, wiring) {
                        _ = try await context.open(session, showing: .last(0))
                        try await context.applySettings()
                    } else if let template {
                        try await context.use(template)
                    }
                    let status = try await body(context)
                    await context.scales.write(to: wiring.store)
                    await wiring.storeLeftovers()
                    return status
                }
            }
        }
        return status ?? .success
    }
}
