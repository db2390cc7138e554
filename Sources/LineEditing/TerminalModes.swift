import CTerminalGuard

/// The modes of the terminal: those for editing, and those of the shell, which come back however
/// the process ends.
final class TerminalModes {
    /// Whether the process is in the background, where it may not set modes.
    private(set) var isInBackground = false

    /// Remembers the shell's modes and installs the handlers of signals.
    ///
    /// - Parameters:
    ///   - terminal: The terminal.
    ///   - wakePipe: Where the numbers of signals are written; must live as long as this.
    ///   - handlesTermination: Whether signals that end the process are handled too.
    /// - Throws: When the terminal has no modes, or they are guarded already.
    init(
        of terminal: TerminalDevice, wakePipe: WakePipe, handlesTermination: Bool
    ) throws(LineEditingError) {
        let options = terminal_guard_options(
            terminal: terminal.output, wake: wakePipe.writeEnd,
            has_escape_sequences: terminal.hasCursorMotion,
            handles_termination: handlesTermination)
        guard terminal_guard_install(options) == 0 else { throw .cannotStart("tcgetattr") }
    }

    deinit {
        terminal_guard_uninstall()
    }

    /// Sets the modes for editing.
    ///
    /// - Parameter again: Also if they seem to be set, because another program may have set others.
    func enter(again: Bool = false) {
        isInBackground = !terminal_guard_enter(again)
    }

    /// Puts the shell's modes back for a while.
    func leave() {
        terminal_guard_leave()
    }

    /// Stops the process until the shell continues it.
    ///
    /// - Parameter wholeGroup: Stop all processes of the job, as the terminal itself does.
    func suspend(wholeGroup: Bool) {
        terminal_guard_suspend(wholeGroup)
        enter()
    }

    /// Puts the shell's modes and the handlers of signals back.
    func close() {
        terminal_guard_uninstall()
    }
}
