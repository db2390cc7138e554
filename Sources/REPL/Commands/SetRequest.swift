import Chat

/// What a line behind `/set` asks for.
enum SetRequest: Hashable {
    /// All options.
    case list
    /// The system prompt: to see it, or to set it to a text.
    case system(String?)
    /// Whether the Markdown of replies is rendered: to see it, or to set it.
    case markdown(Bool?)
    /// Whether of what models think only that is shown.
    case hideThinking(Bool)
    /// How the end of a long reply is told: to see it, or to set it.
    case notify(ReplyNotification.Kind?)
    /// How many seconds a reply takes at least that is told.
    case notifyAfter(Int)
    /// One option.
    case show(ModelOption)
    /// Another value of an option; `nil` takes it back.
    case change(ModelOption, OptionValue?)

    /// Words that take an option back.
    private static let takingBack = ["default", "-"]

    /// Reads a line: `NAME VALUE`, `NAME=VALUE`, `parameter NAME VALUE` or `system TEXT`.
    ///
    /// - Throws: ``Chat/ModelOptionError`` for an option that there is not, or another value than
    ///   it takes.
    init(_ line: String) throws {
        var (name, value) = Self.split(line)
        if name == "system" {
            self = .system(value.isEmpty ? nil : value)
            return
        }
        if name == "markdown" {
            self = .markdown(try Self.isOn(value))
            return
        }
        if name == "notify" || name == "notify_after" {
            self = try Self.notification(name, value)
            return
        }
        if name == "think", ["hide", "show"].contains(value) {
            self = .hideThinking(value == "hide")
            return
        }
        if name == "parameter" { (name, value) = Self.split(value) }
        if name.isEmpty {
            self = .list
            return
        }
        if value.isEmpty, let sign = name.firstIndex(of: "=") {
            (name, value) = (String(name[..<sign]), String(name[name.index(after: sign)...]))
        }
        let option = try ModelOption.known(name)
        if value.isEmpty {
            self = .show(option)
        } else if Self.takingBack.contains(value) {
            self = .change(option, nil)
        } else {
            self = .change(option, try ModelOption.parse(name: name, value: value).value)
        }
    }

    /// What could stand where a line does.
    static func completions(of line: String) -> [Candidate] {
        let mark = "parameter "
        guard !line.hasPrefix(mark) else {
            return options(String(line.dropFirst(mark.count))).map {
                Candidate(mark + $0.text, description: $0.description)
            }
        }
        let others = [
            Candidate("markdown", description: "Whether Markdown is rendered: on or off."),
            Candidate("notify", description: "How the end of a long reply is told."),
            Candidate("notify_after", description: "How many seconds a long reply takes."),
            Candidate("parameter", description: "As in ollama run."),
            Candidate("system", description: SystemCommand.summary),
        ]
        return options(line) + others.filter { !line.isEmpty && $0.text.hasPrefix(line) }
    }

    /// What a word says of a switch; `nil` where there is none.
    private static func isOn(_ word: String) throws(REPLError) -> Bool? {
        switch word.lowercased() {
        case "": nil
        case "on", "true", "default", "-": true
        case "off", "false": false
        default: throw .neitherOnNorOff(word)
        }
    }

    /// What is asked for of notifications.
    private static func notification(
        _ name: String, _ value: String
    ) throws(REPLError) -> SetRequest {
        if value.isEmpty { return .notify(nil) }
        if name == "notify_after" {
            guard let seconds = Int(value), seconds > 0 else { throw .noSeconds(value) }
            return .notifyAfter(seconds)
        }
        let word = takingBack.contains(value) ? ReplyNotification.Kind.off.rawValue : value
        guard let kind = ReplyNotification.Kind(rawValue: word) else {
            throw .noNotification(value)
        }
        return .notify(kind)
    }

    /// Options that begin with a text; behind the name of one, its values.
    private static func options(_ text: String) -> [Candidate] {
        let name = text.prefix { !$0.isWhitespace }
        guard name.count < text.count else {
            return ModelOption.all.filter { $0.name.hasPrefix(text) }
                .map { Candidate($0.name, description: $0.summary) }
        }
        guard let option = ModelOption.named(String(name)) else { return [] }
        let values =
            (option.kind == .boolean ? ["true", "false"] : [])
            + option.words + (option.name == "think" ? ["hide", "show"] : []) + ["default"]
        return values.map { Candidate("\(name) \($0)") }.filter { $0.text.hasPrefix(text) }
    }

    /// The first word, and what stands behind it.
    private static func split(_ line: String) -> (String, String) {
        let line = line.trimmed
        let word = line.prefix { !$0.isWhitespace }
        return (String(word), line.dropFirst(word.count).trimmed)
    }
}
