import CLibedit

/// libedit without a screen: its buffer, key maps, commands and history.
///
/// Its private terminal is larger than any buffer may become. In one that is smaller libedit's
/// own display, which nobody sees, would write outside its memory.
final class EditorHandle {
    private static let size = TerminalSize(rows: 4000, columns: 250)
    // A newline takes a row of the private terminal, a tab up to 8 of its columns.
    private static let mostScalars = 60_000
    private static let mostNewlines = 1_900
    // libedit's own commands cut longer lines when they go through the history.
    private static let longestEntry = 1_000
    private static let mostEntries: CInt = 1_000

    private let terminal: PrivateTerminal
    private let editLine: OpaquePointer
    private let history: OpaquePointer

    /// Starts libedit in emacs mode, before `.editrc` is read.
    ///
    /// - Parameter name: The program's name in `.editrc`.
    /// - Throws: When libedit or its private terminal cannot be made.
    init(name: String) throws(LineEditingError) {
        // Before el_init: libedit asks the locale which keys are characters.
        Unix.useLocaleOfUTF8 { clibedit_locale_is_single_byte() != 0 }
        terminal = try PrivateTerminal(Self.size)
        guard let history = history_winit() else { throw .cannotStart("history_winit") }
        let (stream, descriptor) = (terminal.stream, terminal.descriptor)
        guard
            let editLine = el_init_fd(
                name, stream, stream, stream, descriptor, descriptor, descriptor)
        else {
            history_wend(history)
            throw .cannotStart("el_init_fd")
        }
        (self.history, self.editLine) = (history, editLine)
        _ = clibedit_set_terminal(editLine, "dumb")
        _ = clibedit_set_signal(editLine, 0)
        _ = clibedit_set_editor(editLine, "emacs")
        _ = clibedit_history_set_size(history, Self.mostEntries)
        _ = clibedit_set_history(editLine, history)
        growBuffers()
    }

    deinit {
        el_end(editLine)
        history_wend(history)
    }

    /// Lets libedit call back.
    ///
    /// - Parameters:
    ///   - engine: Found by ``engine(of:)``; must outlive the handle.
    ///   - readKey: Called for every key.
    func attach(_ engine: EditorEngine, readKey: clibedit_read_key) {
        _ = clibedit_set_client(editLine, Unmanaged.passUnretained(engine).toOpaque())
        _ = clibedit_set_read_key(editLine, readKey)
    }

    /// Finds the engine in a callback.
    static func engine(of editLine: OpaquePointer?) -> EditorEngine? {
        clibedit_client(editLine).map { client in
            Unmanaged<EditorEngine>.fromOpaque(client).takeUnretainedValue()
        }
    }

    /// Adds a command to those that keys can be bound to.
    func add(_ command: EditorCommand) {
        _ = clibedit_add_command(editLine, command.name, command.help, command.function)
    }

    /// Reads the user's `.editrc`.
    func readUserBindings() { _ = el_source(editLine, nil) }

    /// Whether the user chose vi's key maps.
    var isVi: Bool { clibedit_editor(editLine).map { String(cString: $0) } == "vi" }

    /// Binds a key to a command; in vi, to the map of insert mode.
    func bind(_ key: String, to command: String) { _ = clibedit_bind(editLine, key, command) }

    /// Binds a key of vi's command mode.
    func bindInCommandMode(_ key: String, to command: String) {
        _ = clibedit_bind_in_command_mode(editLine, key, command)
    }

    /// Reads a line with libedit's loop, which calls back for every key.
    ///
    /// - Returns: Whether libedit itself took a line, which is in the buffer now.
    func readLine() -> Bool { clibedit_read_line(editLine) > 0 }

    /// The text and the cursor.
    ///
    /// The cursor is put right first: vi's `$` on an empty line leaves it before the text, where
    /// the next insertion would write outside the memory.
    var content: (scalars: [Unicode.Scalar], cursor: Int) {
        var (count, cursor) = (0, 0)
        guard let start = clibedit_line(editLine, &count, &cursor) else { return ([], 0) }
        let scalars = UnsafeBufferPointer(start: start, count: count).map { value in
            Unicode.Scalar(UInt32(bitPattern: value)) ?? "\u{FFFD}"
        }
        let inside = min(max(cursor, 0), count)
        if inside != cursor { _ = el_cursor(editLine, CInt(inside - cursor)) }
        return (scalars, inside)
    }

    /// Replaces the text; what is longer than libedit can bear is cut.
    ///
    /// `el_wreplacestr` refuses an empty text and keeps the cursor, so all is deleted instead.
    func replace(_ scalars: [Unicode.Scalar], cursor: Int) {
        let (old, oldCursor) = content
        _ = el_cursor(editLine, CInt(old.count - oldCursor))
        el_deletestr(editLine, CInt(old.count))
        let new = Self.bearable(scalars)
        if !new.isEmpty { insert(new) }
        _ = el_cursor(editLine, CInt(min(cursor, new.count) - new.count))
    }

    /// Moves the cursor.
    func move(to cursor: Int) { _ = el_cursor(editLine, CInt(cursor - content.cursor)) }

    /// Whether a text would be cut.
    static func isBearable(_ scalars: [Unicode.Scalar]) -> Bool {
        scalars.count <= mostScalars
            && (scalars.count <= mostNewlines || bearable(scalars).count == scalars.count)
    }

    /// Adds a short line to the history that libedit's own searches use.
    func addToHistory(_ text: String) {
        guard text.utf8.count <= Self.longestEntry else { return }
        _ = clibedit_history_enter(history, Self.terminated(text.unicodeScalars))
    }

    private func insert(_ scalars: [Unicode.Scalar]) {
        _ = clibedit_insert(editLine, Self.terminated(scalars))
    }

    /// Yanking does not grow the buffer, so it is grown once.
    private func growBuffers() {
        insert([Unicode.Scalar](repeating: "x", count: 65_536))
        replace([], cursor: 0)
    }

    private static func bearable(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var newlines = 0
        let prefix = scalars.prefix(mostScalars).prefix { scalar in
            if scalar == "\n" { newlines += 1 }
            return newlines <= mostNewlines
        }
        return Array(prefix)
    }

    private static func terminated(_ scalars: some Sequence<Unicode.Scalar>) -> [Int32] {
        scalars.map { Int32(bitPattern: $0.value) } + [0]
    }
}
