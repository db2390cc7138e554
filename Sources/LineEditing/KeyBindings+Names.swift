extension KeyBindings {
    /// What libedit's own commands do that we bind keys to.
    private static let foreign = [
        "ed-delete-prev-word": "Delete the word to the left", "ed-prev-word": "Word left",
        "em-next-word": "Word right", "vi-prev-word": "Word left", "vi-next-word": "Word right",
    ]
    /// Commands that are no help to anybody.
    private static let silent: Set = ["chat-bell", "chat-nothing", "chat-paste", "chat-repeat"]
    private static let named = [
        "^M": "Enter", "^I": "Tab", "^H": "Backspace", "^?": "Backspace",
    ]
    private static let special: [(SpecialKey, String)] = [
        (.up, "Up"), (.down, "Down"), (.left, "Left"), (.right, "Right"), (.home, "Home"),
        (.end, "End"), (.delete, "Delete"), (.wordLeft, "Ctrl-Left"), (.wordRight, "Ctrl-Right"),
        (.newline, "Ctrl-J"), (.newline, "Alt-Enter"), (.newline, "Shift-Enter"),
    ]

    /// What keys do in insert mode, as ``install(in:)`` binds them: each action once, with its keys.
    static func list(isVi: Bool) -> [KeyAction] {
        let bound = changeable.merging(isVi ? [:] : emacs) { $1 }.merging(essential) { $1 }
        var keys: [String: [String]] = [:]
        for (key, name) in special { keys[command(for: key, isVi: isVi), default: []].append(name) }
        for (key, command) in bound.sorted(by: { $0.key < $1.key }) {
            let name = name(of: key)
            if keys[command]?.contains(name) != true { keys[command, default: []].append(name) }
        }
        let ours = EditorCommand.all.map { ($0.name, $0.help) }
        let others = foreign.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        return (ours + others).compactMap { command, action in
            guard !silent.contains(command), let keys = keys[command] else { return nil }
            return KeyAction(keys: keys, action: action)
        }
    }

    /// The name that people know for a key in the spelling of `bind`.
    private static func name(of key: String) -> String {
        if let name = named[key] { return name }
        if key.hasPrefix("\\e") { return "Alt-\(key.dropFirst(2).uppercased())" }
        return key.split(separator: "^").map { "Ctrl-\($0)" }.joined(separator: " ")
    }
}

/// What some keys do.
package struct KeyAction: Hashable, Sendable {
    /// The keys, by the names that people know.
    package let keys: [String]
    /// What each of them does, in a few words.
    package let action: String
}
