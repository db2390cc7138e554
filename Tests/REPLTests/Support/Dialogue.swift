import Chat
import REPL
import Search
import Terminal
import TestSupport

/// A dialogue without a terminal, a server or a model.
struct Dialogue {
    let store: MemorySessionStore
    let model: ScriptedModel
    let sink = MemorySink()
    let lines: ScriptedLines
    let templates: MemoryTemplates
    private let files: MemoryFiles
    private let programs: MemoryPrograms
    private let settings: ChatSettings
    private let columns: Int
    private let isStoreAway: Bool
    private let rows: ShownRows
    private let index: (any SearchIndexing)?
    private let recall: (any Recalling)?
    private let recallChoice: RecallChoice

    init(
        _ lines: ScriptedLines, model: ScriptedModel = ScriptedModel(),
        store: MemorySessionStore = MemorySessionStore(),
        settings: ChatSettings = ChatSettings(),
        templates: MemoryTemplates = MemoryTemplates(), files: MemoryFiles = MemoryFiles(),
        programs: MemoryPrograms = MemoryPrograms(), columns: Int = 100, isStoreAway: Bool = false,
        rows: ShownRows = ShownRows(), index: (any SearchIndexing)? = nil,
        recall: (any Recalling)? = nil, recallChoice: RecallChoice = RecallChoice()
    ) {
        self.index = index
        self.recall = recall
        self.recallChoice = recallChoice
        self.isStoreAway = isStoreAway
        self.templates = templates
        self.files = files
        self.programs = programs
        self.store = store
        self.model = model
        self.lines = lines
        self.settings = settings
        self.columns = columns
        self.rows = rows
    }

    /// Runs the loop until the person leaves.
    func run() async {
        let output = Output(
            sink: sink, standardOutput: .terminal(columns: columns),
            standardError: .terminal(columns: columns), isQuiet: settings.isQuiet)
        let context = CommandContext(
            store: store, index: index, recall: recall, recallChoice: recallChoice,
            server: model, output: output, lines: lines, door: .prompt, settings: settings,
            templates: templates, files: files, programs: programs, rows: rows,
            isStoreAway: { [isStoreAway] in isStoreAway })
        context.warmup = Warmup(
            model, settings.warmup, showingOn: context.prompt, refreshing: lines.refreshPrompt)
        await ReadEvalPrintLoop(context, lines: lines).run()
    }

    /// The session that was used last.
    func newestSession() async throws -> Session? {
        try await store.list(offset: 0, limit: 1).sessions.first
    }

    /// Holds a dialogue of lines to its end, and returns all that was shown.
    static func hold(
        _ lines: String..., model: ScriptedModel = ScriptedModel(),
        store: MemorySessionStore = MemorySessionStore(), index: (any SearchIndexing)? = nil
    ) async -> Dialogue {
        let dialogue = Dialogue(ScriptedLines(lines), model: model, store: store, index: index)
        await dialogue.run()
        return dialogue
    }

    /// What was shown so far.
    var shown: String { sink.text }
}
