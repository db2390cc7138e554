/// Which keys run which commands, on top of libedit's own maps.
enum KeyBindings {
    /// Sets libedit's maps up, with the user's `.editrc` between ours that it may change and
    /// those that the editor cannot work without.
    static func install(in handle: EditorHandle) {
        for command in EditorCommand.all { handle.add(command) }
        bind(changeable, in: handle)
        handle.readUserBindings()
        let isVi = handle.isVi
        for key in SpecialKey.allCases {
            handle.bind(key.bindName, to: command(for: key, isVi: isVi))
            if isVi { handle.bindInCommandMode(key.bindName, to: command(for: key, isVi: isVi)) }
        }
        bind(essential, in: handle)
        guard isVi else { return bind(emacs, in: handle) }
        for (key, command) in essential where key != "^H" && key != "^?" {
            handle.bindInCommandMode(key, to: command)
        }
        for (key, command) in viCommandMode { handle.bindInCommandMode(key, to: command) }
    }

    private static func bind(_ keys: [String: String], in handle: EditorHandle) {
        for (key, command) in keys { handle.bind(key, to: command) }
    }

    /// Keys that `.editrc` may bind to something else.
    static let changeable = [
        "^G": "chat-edit", "^X^E": "chat-edit", "^X^O": "chat-unfold", "\\e_": "chat-redo",
        "^K": "chat-kill-line", "^W": "ed-delete-prev-word",
        "\\ep": "chat-up", "\\en": "chat-down",
    ]

    /// Keys that the editor cannot work without.
    static let essential = [
        "^M": "chat-enter", "^C": "chat-interrupt", "^D": "chat-end-or-delete",
        "^H": "chat-backspace", "^I": "chat-complete", "^L": "chat-clear", "^N": "chat-down",
        "^P": "chat-up", "^R": "chat-search", "^S": "chat-bell", "^Z": "chat-suspend",
        "^?": "chat-backspace", "^_": "chat-undo",
    ]

    /// Keys of the emacs map.
    static let emacs = [
        "^A": "chat-home", "^B": "chat-left", "^E": "chat-end", "^F": "chat-right",
        "\\ex": "chat-bell", "\\eX": "chat-bell",
    ]

    // vi-histedit submits, vi-undo leaves the kill mark dangling, and ed-command (also M-x) crashes
    // when its quotes do not match: none may be reached.
    private static let viCommandMode = [
        "\\e": "vi-command-mode", ":": "chat-bell", ".": "chat-repeat", "+": "chat-down",
        "-": "chat-up", "C": "chat-change-rest", "D": "chat-kill-rest", "U": "chat-undo",
        "^R": "chat-redo", "j": "chat-down", "k": "chat-up", "u": "chat-undo", "v": "chat-bell",
    ]

    /// What a special key does.
    static func command(for key: SpecialKey, isVi: Bool) -> String {
        switch key {
        case .up: "chat-up"
        case .down: "chat-down"
        case .left: "chat-left"
        case .right: "chat-right"
        case .home: "chat-home"
        case .end: "chat-end"
        case .delete: "chat-delete"
        case .wordLeft: isVi ? "vi-prev-word" : "ed-prev-word"
        case .wordRight: isVi ? "vi-next-word" : "em-next-word"
        case .enter: "chat-enter"
        case .newline: "chat-newline"
        case .paste: "chat-paste"
        case .escape, .nothing: "chat-nothing"
        case .interrupt: "chat-interrupt"
        case .setMark: "em-set-mark"
        case .killToMark: "em-kill-region"
        case .repeatChange: "vi-redo"
        case .killRest: "ed-kill-line"
        case .changeRest: "vi-change-to-eol"
        }
    }
}
