import Chat
import LineEditing
import Platform
import REPL
import Terminal

/// The prompt at which a person chats.
struct Interactive: Sendable {
    private let wiring: Wiring
    private let choice: SessionChoice
    private let settings: ChatSettings
    private let configuration: ConfigurationFileDesk
    private let template: TemplateUse?
    private let attached: [String]
    private let rows = ShownRows()
    private let scales = TokenScales()
    private let idle = IdleGate()
    private let recallChoice: RecallChoice

    init(
        _ wiring: Wiring, _ choice: SessionChoice, _ settings: ChatSettings,
        _ configuration: ConfigurationFileDesk, _ template: TemplateUse?,
        attaching attached: [String]
    ) {
        self.wiring = wiring
        self.choice = choice
        self.settings = settings
        self.configuration = configuration
        self.template = template
        self.attached = attached
        recallChoice = RecallChoice(wiring.recallModel)
    }

    /// Reads and answers until the person leaves.
    func run() async throws {
        let completer = Completer(
            CompletionContext(
                store: wiring.store, server: wiring.server, templates: TemplateFileDesk(),
                files: MachineFiles(), rows: rows))
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
            let lines = PlainLineSource(
                wiring.output, showsPrompt: isatty(STDERR_FILENO) == 1)
            return try await loop(lines)
        }
        let editor = try LineEditor(
            name: "ollama-chat", historyPath: wiring.historyPath, restoresOnTermination: false
        ) { text in
            let (candidates, replacing) = await completer.complete(text)
            return CompletionList(
                candidates.map { Completion($0.text, description: $0.description) },
                replacing: replacing)
        }
        do {
            try await loop(EditorLineSource(editor, output: wiring.output))
            await editor.close()
        } catch {
            await editor.close()
            throw error
        }
    }

    private func loop(_ lines: some LineSource) async throws {
        _ = try await wiring.output.whileRead { await chat(lines) }
    }

    private func chat(_ lines: some LineSource) async {
        let context = CommandContext(
            store: wiring.store, index: wiring.index, recall: wiring.recall,
            recallChoice: recallChoice, server: wiring.server,
            output: wiring.output, lines: lines, door: .prompt, settings: settings,
            configuration: configuration,
            templates: TemplateFileDesk(wiring.output), files: MachineFiles(),
            programs: MachinePrograms(),
            rows: rows, scales: scales,
            startServer: ModelServerProgram.find(for: wiring.server)?.start,
            isStoreAway: { wiring.isStoreAway },
            waitingMessages: DataFolder.waitingMessages)
        let warmup = Warmup(
            wiring.server, settings.warmup, showingOn: context.prompt,
            refreshing: lines.refreshPrompt)
        context.warmup = warmup
        context.idle = idle
        let welcome = Welcome(wiring, settings, isNew: choice == .new && template == nil)
        let background = Task {
            async let learning: Void = wiring.learn(scales)
            async let indexing: Void = wiring.keepIndex()
            async let recalling: Void = makeVectors(after: warmup)
            await welcome.run()
            await learning
            await indexing
            await recalling
        }
        defer { background.cancel() }
        await ReadEvalPrintLoop(context, lines: lines).run(beginning: begin)
        await warmup.end()
        await scales.write(to: wiring.store)
    }

    /// Makes vectors of messages while the prompt waits.
    private func makeVectors(after warmup: Warmup) async {
        guard let recall = wiring.recall else { return }
        await RecallKeeper(
            recall, recallChoice, asking: wiring.server, after: warmup, when: idle
        ).run()
    }

    /// Opens the session that was asked for; where that cannot be done, what is said begins a new
    /// one, and that is told.
    private func begin(_ context: CommandContext) async throws {
        do {
            defer { attachFiles(in: context) }
            if let session = try await choice.session(context, wiring) {
                try await context.resume(session)
                try await context.applySettings()
            } else if let template {
                try await context.use(template)
            } else if choice == .newest {
                wiring.output.notice("There is no session to go on with yet, so this is a new one.")
            }
        } catch let failure as any ChatFailure where choice != .new {
            context.report(failure)
            wiring.output.warning("This is a new session, not the one that was asked for.")
            if failure.isOutage {
                wiring.output.hint(
                    "/quit leaves; start again with -c or -s when the store is back.")
            }
        }
    }

    /// Lets the files of the command line go along with the first message.
    private func attachFiles(in context: CommandContext) {
        do {
            try context.attach(attached)
            context.showAttached()
        } catch {
            context.report(error)
        }
    }
}
