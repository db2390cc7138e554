package import Chat

/// What can be wrong with what was typed.
package struct REPLError: ChatFailure, Hashable {
    /// What kind of thing failed.
    package let kind: ChatFailureKind
    /// What failed.
    package let description: String
    /// What to do next.
    package let hint: String?

    /// Makes an error.
    init(_ kind: ChatFailureKind, _ description: String, hint: String? = nil) {
        self.kind = kind
        self.description = description
        self.hint = hint
    }

    /// There is no such command.
    package static func unknownCommand(
        _ name: String, at door: CommandDoor = .prompt, near: String?
    ) -> REPLError {
        let (mark, help) = door == .prompt ? ("/", "/help") : ("", "ollama-chat --help")
        return REPLError(
            .usage, "There is no command \(mark)\(name)",
            hint: near.map { "Did you mean \(mark)\($0)?" } ?? "\(help) lists the commands.")
    }

    static func badArguments(command: String, usage: String, problem: String) -> REPLError {
        let form = usage.isEmpty ? "/\(command)" : "/\(command) \(usage)"
        return REPLError(
            .usage, problem.isEmpty ? "That does not fit." : problem, hint: "Type \(form)")
    }

    static func neitherOnNorOff(_ word: String) -> REPLError {
        REPLError(
            .usage, "“\(word.onOneLine.shortened(to: 20))” is neither on nor off.",
            hint: "Type /set markdown on or /set markdown off")
    }

    static func sessionNotFound(
        _ reference: String, near: String?, at door: CommandDoor
    ) -> REPLError {
        REPLError(
            .notFound, "There is no session “\(reference.onOneLine.shortened(to: 60))”.",
            hint: near.map { "Did you mean “\($0)”?" } ?? "\(door.listsSessions) shows them.")
    }

    static func notInTrash(_ reference: String, at door: CommandDoor) -> REPLError {
        REPLError(
            .notFound, "There is no “\(reference.onOneLine.shortened(to: 60))” in the trash.",
            hint: "\(door.listsTrash) shows what is there.")
    }

    static func ambiguous(
        _ reference: String, _ sessions: [Session], at door: CommandDoor
    ) -> REPLError {
        let some = sessions.prefix(5).map { session in
            session.name.map { "\(session.id) (\($0.onOneLine.shortened(to: 30)))" }
                ?? session.id.text
        }
        return REPLError(
            .notFound,
            "“\(reference.onOneLine.shortened(to: 60))” could mean \(sessions.count) sessions: "
                + some.joined(separator: ", "),
            hint: "Give more of the id; \(door.listsSessions) shows the sessions.")
    }

    static func noSuchRow(_ number: Int, rows: Int) -> REPLError {
        REPLError(
            .notFound,
            rows == 0
                ? "No list was shown yet, so #\(number) means nothing."
                : "The last list has no row #\(number), only #1 to #\(rows).",
            hint: "/sessions shows a list.")
    }

    static let differentKinds = REPLError(
        .usage, "A session and a message cannot be compared.",
        hint: "Name two sessions, or the numbers of two messages.")

    static let otherList = REPLError(
        .notFound, "The last list shows no sessions, so a row of it cannot be opened.",
        hint: "/sessions shows a list of them.")

    static func noSuchMessage(_ number: Int) -> REPLError {
        REPLError(
            .notFound, "There is no message \(number).",
            hint: "/history shows the messages with their numbers.")
    }

    static func modelNotFound(
        _ name: String, near: String?, at door: CommandDoor
    ) -> REPLError {
        REPLError(
            .notFound, "The model server has no model “\(name)”.",
            hint: near.map { "Did you mean \($0)? \(door.listsModels) shows them all." }
                ?? "\(door.pulls(name)) pulls it; \(door.listsModels) shows those that are there."
        )
    }

    /// The server has no models at all.
    package static let noModels = REPLError(
        .notFound, "The model server has no models yet.",
        hint: "Pull one: /model pull llama3.2, or `ollama-chat models pull llama3.2` in a shell.")

    /// No model was named, and the session has none yet.
    static func nothingToUnload(_ loaded: [String]) -> REPLError {
        REPLError(
            .usage, "Say which model to unload.",
            hint: loaded.isEmpty
                ? "No model is in memory." : "In memory: \(loaded.joined(separator: ", ")).")
    }

    static let noSession = REPLError(
        .usage, "Nothing was said in this session yet.",
        hint: "Type a message, or open another session with /open.")

    static let noneNamed = REPLError(
        .usage, "No session is named.", hint: "Name it: ollama-chat delete SESSION.")

    static let noFamilyNamed = REPLError(
        .usage, "No session is named whose family to list.",
        hint: "Name it: ollama-chat list --family SESSION.")

    static let noModelNamed = REPLError(
        .usage, "No model is named.", hint: "Name it: ollama-chat show MODEL.")

    static let needsConfirmation = REPLError(
        .usage, "This needs a confirmation, and there is no terminal to ask at.",
        hint: "Add --yes to do it without being asked.")

    static let needsTerminal = REPLError(
        .usage, "This asks for something, and there is no terminal to ask at.")

    static let nothingToEdit = REPLError(
        .usage, "There is no message of yours to edit.", hint: "Type a message first.")

    static func notYours(_ number: Int) -> REPLError {
        REPLError(
            .usage, "Message \(number) is not one of yours, so it is not edited.",
            hint: "/history shows who said what.")
    }

    static func noSuchShelfRow(_ row: String, rows: Int) -> REPLError {
        REPLError(
            .notFound,
            rows == 0
                ? "Nothing was taken off this session."
                : "The shelf has no row \(row), only #1 to #\(rows).",
            hint: "/shelf lists what was taken off.")
    }

    static let noFiles = REPLError(.usage, "There are no files here.")

    static let inputIsTheKeyboard = REPLError(
        .usage, "At the prompt the standard input is the keyboard.", hint: "Name a file.")

    static let nothingToExport = REPLError(
        .usage, "No session is named.", hint: "Name some, or add --all.")

    static let oneFile = REPLError(
        .usage, "One file is enough.", hint: "Put quotes around a name with blanks.")

    static func leftOut(_ count: Int) -> REPLError {
        REPLError(
            .general,
            count == 1 ? "1 thing was left out." : "\(count) things were left out.",
            hint: "The remarks above say what and where. The rest was brought in.")
    }

    static let noConfiguration = REPLError(.usage, "There is no configuration here.")

    static let editsInShell = REPLError(
        .usage, "The configuration is not edited at the prompt.",
        hint: "Leave, and run ollama-chat config edit")

    static let cannotServe = REPLError(
        .modelServer, "The program ollama is not installed here, so it cannot be started.",
        hint: "Install it from https://ollama.com/download, or set OLLAMA_HOST to a server.")
}

extension StringProtocol {
    /// The text, cut with an ellipsis where it is longer than a number of characters.
    func shortened(to length: Int) -> String {
        count <= length ? String(self) : "\(prefix(length - 1))…"
    }
}
