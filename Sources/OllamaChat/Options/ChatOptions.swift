import ArgumentParser
import Chat
import ChatConfiguration
import REPL

/// The options of chatting.
struct ChatOptions: ParsableArguments {
    @OptionGroup var shared: SharedOptions

    @Flag(
        name: [.customShort("n"), .customLong("new")],
        help: "Begin a new session, as without an option.")
    var isNew = false

    @Flag(
        name: [.customShort("c"), .customLong("continue")],
        help: "Go on in the session that was used last.")
    var continues = false

    @Option(
        name: .shortAndLong, parsing: .unconditional,
        help: "Go on in a session: its id, the beginning of it, or its name.",
        completion: .sessions)
    var session: String?

    @Option(name: .shortAndLong, help: "Talk to this model.", completion: .models)
    var model: String?

    @Option(help: ArgumentHelp("The system prompt of the session.", valueName: "text"))
    var system: String?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Set an option of the model.", valueName: "key=value"))
    var option: [String] = []

    @Option(
        help: ArgumentHelp("Send a text or an image along.", valueName: "path"),
        completion: .file())
    var attach: [String] = []

    @Option(
        help: ArgumentHelp(
            "Whether the model thinks first: on, off, low, medium, high; or hide it.",
            valueName: "word"))
    var think: String?

    @Option(
        help: ArgumentHelp("Begin a new session with a template.", valueName: "name"),
        completion: .templates)
    var template: String?

    @Option(
        name: .customLong("var"),
        help: ArgumentHelp(
            "What a variable of the template stands for.", valueName: "name=value"))
    var variables: [String] = []

    @Option(
        help: ArgumentHelp(
            "Send no more than so many of the newest messages.", valueName: "n"))
    var recent: String?

    @Option(
        help: ArgumentHelp(
            "How long the server keeps the model in memory.", valueName: "duration"))
    var keepAlive: String?

    @Flag(help: "Answer once and keep nothing.")
    var quick = false

    @Flag(help: "Answer each line of the standard input, one after the other.")
    var batch = false

    @Flag(name: [.customShort("l"), .customLong("list")], help: "List the sessions.")
    var lists = false

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Show the messages of a session.", valueName: "session"),
        completion: .sessions)
    var history: String?

    @Option(
        help: ArgumentHelp(
            "Move the sessions into the trash that were not used for so many hours.",
            valueName: "hours"))
    var clean: Double?

    @Flag(name: .shortAndLong, help: "Do not ask before that.")
    var yes = false

    @Flag(help: "Show the versions of the program, of the store and of the model server.")
    var version = false

    /// What the options set of the configuration.
    func configured() throws -> [ConfigurationOption] {
        var configured = shared.configured
        if let model { configured.append(ConfigurationOption(.model, model)) }
        // An empty prompt is one: none, where the configuration has another.
        if let system, !system.isEmpty { configured.append(ConfigurationOption(.system, system)) }
        if let recent { configured.append(ConfigurationOption(.recent, recent)) }
        if let keepAlive { configured.append(ConfigurationOption(.keepAlive, keepAlive)) }
        if let think, Self.isDisplay(ofThinking: think) {
            configured.append(ConfigurationOption(.thinking, think))
        }
        for text in modelOptionTexts {
            let name = try ModelOption.parse(text).name
            guard let known = ModelOption.named(name), let sign = text.firstIndex(of: "=") else {
                continue
            }
            let value = String(text[text.index(after: sign)...])
            configured.append(ConfigurationOption(.option(known), value))
        }
        return configured
    }

    /// The template that was asked for, with the values of its variables.
    func templateUse() throws -> TemplateUse? {
        var values: [String: String] = [:]
        for text in variables {
            guard let sign = text.firstIndex(of: "="), sign != text.startIndex else {
                throw ValidationError("“\(text)” is no variable. Write --var name=value.")
            }
            values[String(text[..<sign])] = String(text[text.index(after: sign)...])
        }
        guard let template else {
            guard values.isEmpty else {
                throw ValidationError("--var needs a template: add --template NAME.")
            }
            return nil
        }
        return try TemplateUse(template, with: values, at: TemplateFileDesk())
    }

    /// The options for the model.
    func modelOptions() throws -> ModelOptions {
        try ModelOptions(parsing: modelOptionTexts)
    }

    /// The options for the model as they are typed.
    private var modelOptionTexts: [String] {
        guard let think, !Self.isDisplay(ofThinking: think) else { return option }
        return option + ["think=\(think)"]
    }

    /// Whether a word says how thinking is shown, and not whether it is done.
    private static func isDisplay(ofThinking word: String) -> Bool {
        ["show", "hide"].contains(word)
    }
}
