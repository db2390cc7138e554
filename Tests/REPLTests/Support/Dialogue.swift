import Chat
import REPL
import Terminal
import TestSupport

/// A dialogue without a terminal, a server or a model.
struct Dialogue {
    let store: MemorySessionStore
    let model: ScriptedModel
    let sink = MemorySink()
    let lines: ScriptedLines
    let context: CommandContext

    init(
        _ lines: ScriptedLines, model: ScriptedModel = ScriptedModel(),
        store: MemorySessionStore = MemorySessionStore(),
        settings: ChatSettings = ChatSettings(), columns: Int = 100
    ) {
        self.store = store
        self.model = model
        self.lines = lines
        let output = Output(
            sink: sink, standardOutput: .terminal(columns: columns),
            standardError: .terminal(columns: columns), isQuiet: settings.isQuiet)
        context = CommandContext(
            store: store, server: model, output: output, lines: lines, door: .prompt,
            settings: settings)
    }

    /// Holds a dialogue of lines to its end, and returns all that was shown.
    static func hold(
        _ lines: String..., model: ScriptedModel = ScriptedModel(),
        store: MemorySessionStore = MemorySessionStore()
    ) async -> Dialogue {
        let dialogue = Dialogue(ScriptedLines(lines), model: model, store: store)
        await dialogue.run()
        return dialogue
    }

    /// Runs the loop until the person leaves.
    func run() async {
        await ReadEvalPrintLoop(context, lines: lines).run()
    }

    /// What was shown so far.
    var shown: String { sink.text }
}
