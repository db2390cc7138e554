/// A program on a terminal whose screen is read as a person sees it; tmux is the terminal.
///
/// The program and the terminal end when the owner lets go.
package final class TerminalScreen: Sendable {
    /// The home folder of the program.
    package let home: TemporaryFolder

    private let tmux: Tmux
    private let server: Int32?

    /// Starts a program.
    ///
    /// - Parameters:
    ///   - program: Its path.
    ///   - arguments: Its arguments.
    ///   - environment: Changes to ``ProgramEnvironment``; the terminal has its own `TERM`.
    ///   - home: Its home folder.
    ///   - columns: The columns of the screen.
    ///   - rows: The rows of the screen.
    /// - Throws: An error when tmux cannot be started.
    package init(
        _ program: String, _ arguments: [String] = [], environment: [String: String] = [:],
        home: TemporaryFolder? = nil, columns: Int = 80, rows: Int = 24
    ) throws {
        self.home = try home ?? TemporaryFolder()
        tmux = try Tmux(in: self.home)
        let changes = ["TERM": "tmux-256color"].merging(environment) { _, new in new }
        let variables = ProgramEnvironment.make(home: self.home.path, changes: changes)
        let started = try tmux.run(
            ["new-session", "-d", "-P", "-F", "#{pid}", "-x", "\(columns)", "-y", "\(rows)"]
                + ["env", "-i"] + variables.map { "\($0)=\($1)" } + [program] + arguments)
        server = Int32(started.prefix { $0.isNumber })
    }

    deinit {
        // A server whose socket is gone answers no command.
        if (try? tmux.run(["kill-server"])) == nil, let server { Spawn.end(server) }
    }

    /// Types text, as keys.
    package func type(_ text: String) throws {
        try tmux.run(["send-keys", "-l", "--", text])
    }

    /// Presses keys by the names that tmux has for them: `Enter`, `C-c`, `M-f`, `Up`, `BSpace`.
    package func press(_ keys: String...) throws {
        try tmux.run(["send-keys", "--"] + keys)
    }

    /// Sends bytes as a terminal would, for keys that tmux has no name for.
    package func send(_ bytes: some Sequence<UInt8>) throws {
        try tmux.run(["send-keys", "-H"] + bytes.map { String($0, radix: 16) })
    }

    /// Pastes text, in brackets if the program asked for them.
    package func paste(_ text: String) throws {
        try tmux.run(["load-buffer", "-"], input: text)
        try tmux.run(["paste-buffer", "-p", "-r"])
    }

    /// Gives the screen another size.
    package func resize(columns: Int, rows: Int) throws {
        try tmux.run(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
    }

    /// The screen, without spaces at the ends of rows and without empty rows at its end.
    ///
    /// - Parameter history: Whether what has scrolled away comes first.
    /// - Returns: The rows.
    /// - Throws: An error when tmux cannot be run.
    package func text(history: Bool = false) throws -> String {
        let text = try tmux.run(["capture-pane", "-p"] + (history ? ["-S", "-"] : []))
        let end = text.lastIndex { $0 != "\n" && $0 != " " }
        return String(end.map { text[...$0] } ?? "")
    }

    /// Where the cursor is, from 0.
    package func cursor() throws -> (row: Int, column: Int) {
        let text = try tmux.run(["display-message", "-p", "#{cursor_y} #{cursor_x}"])
        let numbers = text.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
        return numbers.count == 2 ? (numbers[0], numbers[1]) : (-1, -1)
    }

    /// Waits until the screen has a text.
    ///
    /// - Parameter text: The text.
    /// - Throws: ``TerminalTimeout`` with the screen, after ``Patience/limit``.
    package func waitForText(_ text: String) async throws {
        try await waitFor("text \(text.debugDescription)") { $0.contains(text) }
    }

    /// Waits until the screen is what is wanted.
    ///
    /// - Parameters:
    ///   - what: What is waited for, for the error.
    ///   - history: Whether what has scrolled away is looked at too.
    ///   - condition: Looks at the screen.
    /// - Throws: ``TerminalTimeout`` with the screen, after ``Patience/limit``.
    package func waitFor(
        _ what: String, history: Bool = false, _ condition: (String) throws -> Bool
    ) async throws {
        let deadline = ContinuousClock.now + Patience.limit
        while case let text = try text(history: history), try !condition(text) {
            guard ContinuousClock.now < deadline else {
                throw TerminalTimeout(what: what, screen: text)
            }
            try await Task.sleep(for: .milliseconds(20))
        }
    }
}
