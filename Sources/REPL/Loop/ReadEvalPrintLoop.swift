import Chat
import Terminal

/// Reads, runs and shows, until the person leaves.
///
/// No error ends the loop; only `/quit`, Ctrl-D, the end of the input and a cancelled task do.
/// Ctrl-C cancels whatever runs.
package actor ReadEvalPrintLoop {
    private let context: CommandContext
    private let lines: any LineSource
    /// What was typed when something else was asked.
    private var pending: LineInput?
    /// What was typed and has to be put right before it can be sent.
    private var retained: String?

    /// Makes a loop.
    ///
    /// - Parameters:
    ///   - context: What commands work with.
    ///   - lines: Where lines come from.
    package init(_ context: sending CommandContext, lines: any LineSource) {
        self.context = context
        self.lines = lines
    }

    /// Runs until the person leaves.
    ///
    /// - Parameter beginning: What is done before the first line is read.
    package func run(
        beginning: @escaping @Sendable (CommandContext) async throws -> Void = { _ in }
    ) async {
        await attempt { loop in
            try await beginning(loop.context)
            return true
        }
        while !Task.isCancelled {
            do {
                guard let input = try await read() else { return }
                let goesOn = await attempt(advice: advice(on: input)) {
                    try await $0.evaluate(input)
                }
                guard goesOn else { return }
            } catch {
                if !Task.isCancelled { context.report(error) }
            }
        }
    }

    /// Does something that Ctrl-C cancels, and shows its error.
    ///
    /// - Parameters:
    ///   - advice: What to say behind an error.
    ///   - body: What to do. It returns whether to go on.
    /// - Returns: Whether to go on.
    @discardableResult
    private func attempt(
        advice: String? = nil,
        _ body: @escaping @Sendable (isolated ReadEvalPrintLoop) async throws -> Bool
    ) async -> Bool {
        let work = Task { try await body(self) }
        let watch = InterruptWatch(lines, showingOn: context.output) { work.cancel() }
        context.interrupts = watch
        let result = await withTaskCancellationHandler {
            await work.result
        } onCancel: {
            work.cancel()
        }
        context.interrupts = nil
        await watch.end()
        do {
            return try result.get()
        } catch {
            guard !Task.isCancelled else { return true }
            context.report(error)
            if let advice, retained == nil { context.output.hint(advice) }
            return true
        }
    }

    /// What to say where an input cannot be evaluated.
    private func advice(on input: Input) -> String? {
        guard case .message = input, lines.recallsLines else { return nil }
        return "The message was not sent. Up brings it back."
    }

    /// The next thing typed, or `nil` at the end of the input.
    private func read() async throws -> Input? {
        let prompt = context.prompt
        prompt.show(await context.conversation.meter)
        prompt.show(
            session: await context.conversation.name,
            model: await context.conversation.modelName, isPrivate: await context.isPrivate)
        await context.warmup?.consider(context.conversation)
        let request = LinePromptRequest(
            prompt.text, right: prompt.right, placeholder: "Send a message (/help for help)",
            initialText: retained ?? "")
        retained = nil
        let typed = pending
        pending = nil
        let input =
            if let typed { typed } else { try await idly { try await lines.readLine(request) } }
        switch input {
        case .endOfInput: return nil
        case .interrupted:
            context.output.hint("Press Ctrl-D or type /quit to leave.")
            return .empty
        case .line(let text, let isPasted):
            let input = InputParser.parse(text, isPasted: isPasted)
            return try await completed(text, input, isPasted: isPasted)
        }
    }

    /// Waits for a person, while other things can be done.
    private func idly(_ wait: () async throws -> LineInput) async throws -> LineInput {
        context.idle?.open()
        defer { context.idle?.shut() }
        return try await wait()
    }

    /// Reads the rest of a block that is open, and remembers what was typed.
    private func completed(
        _ text: String, _ input: Input, isPasted: Bool
    ) async throws -> Input {
        var typed = text
        var input = input
        while case .openBlock(let block) = input {
            guard case .line(let more, _) = try await lines.readLine(LinePromptRequest("... "))
            else {
                await remember(typed, isPasted: isPasted)
                return .empty
            }
            typed += "\n" + more
            input = InputParser.extend(block, with: more)
        }
        if input != .empty { await remember(typed, isPasted: isPasted) }
        return input
    }

    /// Remembers what was typed, unless that is private.
    private func remember(_ text: String, isPasted: Bool) async {
        if await !context.isPrivate { await lines.remember(text, isPasted: isPasted) }
    }

    /// Does what was typed.
    ///
    /// - Returns: Whether to go on.
    private func evaluate(_ input: Input) async throws -> Bool {
        switch input {
        case .empty, .openBlock: return true
        case .message(let text, let isLiteral):
            try await say(text, isLiteral: isLiteral)
            return true
        case .command(let name, let rest):
            let command = try CommandLineParser.parse(name: name, rest: rest)
            switch try await run(command, named: name) {
            case .next: return true
            case .quit: return false
            case .turn(let kind, let override):
                try await perform(kind, with: override)
                return true
            }
        }
    }

    /// Says something.
    ///
    /// What was not sent, and has to be put right first or cannot be recalled, is there again.
    private func say(_ text: String, isLiteral: Bool) async throws {
        var isRight = false
        do {
            let question = try await context.question(text, isLiteral: isLiteral)
            isRight = await !context.isPrivate
            try await perform(question)
            context.attached = []
        } catch {
            if !isRight, lines.recallsLines { retained = text }
            throw error
        }
    }

    /// Runs a turn, and then what keeps the session within its limits.
    private func perform(
        _ kind: TurnKind, with override: ReplyOverride = ReplyOverride()
    ) async throws {
        let outcome = try await context.perform(kind, with: override)
        guard outcome.state == .complete, outcome.storeFailure == nil else { return }
        pending = try await context.compactIfFull()
    }

    /// Runs a command; one that waits for a server shows that it does.
    private func run(_ command: any ChatCommand, named name: String) async throws -> CommandOutcome
    {
        let spinner = context.output.spinner("/\(name) is working (Ctrl-C stops)")
        defer { spinner.stop() }
        return try await command.run(in: context)
    }
}
