import CLibedit

/// A command of ours that keys can be bound to, also in `.editrc`.
struct EditorCommand {
    /// The name, for `bind`.
    let name: String
    /// A few words, for `bind -l`.
    let help: String
    /// What libedit calls.
    let function: clibedit_command

    /// Every command.
    static var all: [Self] {
        [
            Self(name: "chat-enter", help: "Submit the text") { line, _ in run(line) { $0.enter() }
            },
            Self(name: "chat-newline", help: "Insert a newline") { line, _ in
                run(line) { $0.insertNewline() }
            },
            Self(name: "chat-paste", help: "Insert a paste") { line, _ in
                run(line) { $0.insertPaste() }
            },
            Self(name: "chat-up", help: "Row up, or back in history") { line, _ in
                run(line) { $0.moveUp() }
            },
            Self(name: "chat-down", help: "Row down, or on in history") {
                line, _ in run(line) { $0.moveDown() }
            },
            Self(name: "chat-left", help: "Character left") { line, _ in run(line) { $0.moveLeft() }
            },
            Self(name: "chat-right", help: "Character right") { line, _ in
                run(line) { $0.moveRight() }
            },
            Self(name: "chat-home", help: "Start of the line") { line, _ in
                run(line) { $0.moveHome() }
            },
            Self(name: "chat-end", help: "End of the line") { line, _ in run(line) { $0.moveEnd() }
            },
            Self(name: "chat-backspace", help: "Delete to the left") {
                line, _ in run(line) { $0.deleteBackward() }
            },
            Self(name: "chat-delete", help: "Delete to the right") {
                line, _ in run(line) { $0.deleteForward() }
            },
            Self(name: "chat-end-or-delete", help: "End of input, or delete") {
                line, _ in run(line) { $0.endOrDelete() }
            },
            Self(name: "chat-kill-line", help: "Kill to the end of the line") {
                line, _ in run(line) { $0.killLine() }
            },
            Self(name: "chat-kill-rest", help: "Kill the rest of the line") {
                line, _ in run(line) { $0.killRest(.killRest) }
            },
            Self(name: "chat-change-rest", help: "Change the rest of the line") {
                line, _ in run(line) { $0.killRest(.changeRest) }
            },
            Self(name: "chat-interrupt", help: "Clear the text, or interrupt") {
                line, _ in run(line) { $0.interrupt() }
            },
            Self(name: "chat-suspend", help: "Suspend the program") {
                line, _ in run(line) { $0.suspend(wholeGroup: true) }
            },
            Self(name: "chat-complete", help: "Complete") { line, _ in
                run(line) { $0.completeText() }
            },
            Self(name: "chat-repeat", help: "Do vi's last change again") { line, _ in
                // The count typed before it is for libedit's command, which comes next.
                run(line) { $0.repeatChange() } == CC_NORM ? UInt8(CC_ARGHACK) : UInt8(CC_EOF)
            },
            Self(name: "chat-undo", help: "Undo") { line, _ in run(line) { $0.undoChange() } },
            Self(name: "chat-redo", help: "Redo") { line, _ in run(line) { $0.redoChange() } },
            Self(name: "chat-unfold", help: "Unfold a paste") { line, _ in
                run(line) { $0.unfoldPaste() }
            },
            Self(name: "chat-edit", help: "Edit in VISUAL or EDITOR") { line, _ in
                run(line) { $0.editElsewhere() }
            },
            Self(name: "chat-search", help: "Search the history") { line, _ in
                run(line) { $0.beginSearch() }
            },
            Self(name: "chat-clear", help: "Clear the screen") { line, _ in
                run(line) { $0.clearScreen() }
            },
            Self(name: "chat-bell", help: "Nothing, audibly") { line, _ in
                run(line) { $0.ringBell() }
            },
            Self(name: "chat-nothing", help: "Nothing") { line, _ in run(line) { _ in } },
        ]
    }
}

/// Runs a command with the engine that the client data names; C functions capture nothing, not
/// even `Self`.
private func run(_ editLine: OpaquePointer?, _ command: (EditorEngine) -> Void) -> UInt8 {
    guard let engine = EditorHandle.engine(of: editLine) else { return UInt8(CC_ERROR) }
    command(engine)
    return UInt8(engine.outcome == nil ? CC_NORM : CC_EOF)
}
