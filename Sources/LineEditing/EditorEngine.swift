import CLibedit

/// Ties libedit, the keyboard and the display together; all of it on the editor's thread.
///
/// libedit's loop runs in ``readLine(_:)`` and calls back for every key, which is when the text is
/// drawn. The commands of ours that keys run are in extensions.
final class EditorEngine {
    /// libedit.
    let handle: EditorHandle
    /// What the user sees and types on.
    let terminal: TerminalDevice
    /// The terminal's modes.
    let modes: TerminalModes
    /// Where keys come from.
    let keyboard: Keyboard
    /// What other threads want printed.
    let mailbox: Mailbox
    /// Finds completions for the text before the cursor.
    let complete: @Sendable (String) async -> CompletionList

    /// What is shown.
    var display: any Display
    /// Earlier lines.
    var history: HistoryList
    /// Where earlier lines outlive the program.
    var historyFile: HistoryFile?
    /// The search through the history, while one is on.
    var search: HistorySearch?
    /// What stands around the text.
    var prompt = LinePrompt("")
    /// Large pastes of this read.
    var folds = PasteFolds()
    /// Earlier states of this read's text.
    var undo = UndoStack()
    /// Rows below the text, until the next key.
    var below: [String] = []
    /// Codes owed to libedit.
    var codes: ArraySlice<Int32> = []
    /// The code that libedit got last.
    var lastCode: Int32?
    /// A paste on its way through libedit's key map.
    var paste: [UInt8] = []
    /// Whether the text begins with a paste.
    var beginsWithPaste = false
    /// The text at the last key.
    var last = EditBuffer()
    /// The column that Up and Down keep to, and where the cursor was left with it.
    var goal: (cursor: Int, column: Int)?
    /// Whether the terminal was given back for good.
    var isClosed = false
    /// What the read ends with, once it does.
    var outcome: EditorOutcome?

    /// What is put into libedit's buffer once its loop has begun.
    var initial: EditBuffer?
    /// The text of a read that was cancelled.
    var kept: EditBuffer?

    /// Starts libedit with our commands and the user's bindings.
    init(
        name: String, terminal: TerminalDevice, modes: TerminalModes, mailbox: Mailbox,
        historyFile: HistoryFile?, complete: @escaping @Sendable (String) async -> CompletionList
    ) throws(LineEditingError) {
        self.terminal = terminal
        self.modes = modes
        self.mailbox = mailbox
        self.historyFile = historyFile
        history = HistoryList(self.historyFile?.load() ?? [])
        self.complete = complete
        keyboard = Keyboard(terminal: terminal, wakePipe: mailbox.wakePipe)
        display = terminal.hasCursorMotion ? Screen() : DumbScreen()
        handle = try EditorHandle(name: name)
        KeyBindings.install(in: handle)
        history.entries.suffix(1_000).forEach(addToSearches)
        handle.attach(self) { editLine, code in
            guard let engine = EditorHandle.engine(of: editLine), let code else { return -1 }
            guard let next = engine.nextCode() else { return 0 }
            code.pointee = next
            return 1
        }
    }
}
