package import Chat

/// What the options, the environment and the file say together, the first of them that says
/// something first.
package struct Configuration: Sendable {
    private var settings: [ConfigurationKey: ConfigurationSetting] = [:]

    /// A configuration in which nothing is set.
    package init() {}

    /// Reads the environment and the file.
    ///
    /// - Parameters:
    ///   - options: What the command line sets.
    ///   - environment: The environment variables.
    /// - Throws: An error for the first thing that is wrong, with its place.
    package init(
        options: [ConfigurationOption] = [], environment: [String: String]
    ) throws(ConfigurationError) {
        var set: [ConfigurationKey: ConfigurationSetting] = [:]
        for option in options {
            set[option.key] = try Self.setting(
                option.text, of: option.key, at: .option(option.key.option ?? ""))
        }
        let variables = try Self.variables(environment)
        let file: [ConfigurationKey: ConfigurationSetting] =
            if let path = try? ConfigurationPath.find(in: environment) {
                try FileSettings.read(path)
            } else {
                [:]
            }
        settings = set.merging(variables) { first, _ in first }.merging(file) { first, _ in first }
    }

    /// What a key was set to, or `nil` where it was not.
    package subscript(key: ConfigurationKey) -> ConfigurationSetting? { settings[key] }

    /// The text of a key.
    package func text(_ key: ConfigurationKey) -> String? {
        guard case .text(let text) = settings[key]?.value else { return nil }
        return text
    }

    /// How long new sessions live.
    package var timeToLive: TimeToLive? {
        guard case .timeToLive(let value) = settings[.timeToLive]?.value else { return nil }
        return value
    }

    /// How many of the newest messages are sent at the most.
    package var recent: Int? { count(.recent) }

    private func count(_ key: ConfigurationKey) -> Int? {
        guard case .count(let count) = settings[key]?.value else { return nil }
        return count
    }

    /// What is prepared for a session while somebody types.
    package var warmup: WarmupMode { text(.warmup).flatMap(WarmupMode.init) ?? .prefix }

    /// What the prompt shows in front of the line.
    package var prompt: PromptTemplate { text(.prompt).flatMap(PromptTemplate.init) ?? .left }

    /// What the prompt shows at the end of the row.
    package var rightPrompt: PromptTemplate {
        text(.rightPrompt).flatMap(PromptTemplate.init) ?? .right
    }

    /// When an index is used to search.
    package var indexUse: IndexUse { text(.searchIndex).flatMap(IndexUse.init) ?? .auto }

    /// The model that tells what messages mean, where one is chosen.
    package var recallModel: String? { text(.recallModel) }

    /// How much of the window is left filled when turns have to be left out.
    package var contextShare: Double {
        count(.contextShare).map { Double($0) / 100 } ?? ContextPlanner.usualShare
    }

    /// What becomes of the beginning of a session whose window fills up.
    package var compaction: CompactionMode { text(.compact).flatMap(CompactionMode.init) ?? .ask }

    /// How full the window is then, in percent.
    package var compactAt: Int { count(.compactAt) ?? 80 }

    /// How many messages a session keeps at the most.
    package var mostMessages: Int? { count(.maxMessages) }

    /// Whether remarks are left out.
    package var isQuiet: Bool { settings[.quiet]?.value == .boolean(true) }

    /// Whether the Markdown of replies is rendered.
    package var rendersMarkdown: Bool { settings[.markdown]?.value != .boolean(false) }

    /// Whether of what models think only that is shown.
    package var hidesThinking: Bool { text(.thinking) == "hide" }

    /// How the end of a long reply is told.
    package var notification: ReplyNotification {
        ReplyNotification(
            text(.notify).flatMap(ReplyNotification.Kind.init) ?? .off,
            after: .seconds(count(.notifyAfter) ?? 30))
    }

    /// How long the model server keeps the model in memory.
    package var keepAlive: Duration? {
        guard case .keepAlive(let value) = settings[.keepAlive]?.value else { return nil }
        return value
    }

    /// The headers of every request to the model server, the token among them.
    package var headers: [String: String] {
        var headers: [String: String] = [:]
        if case .headers(let values) = settings[.headers]?.value { headers = values }
        let authorization = "Authorization"
        for name in headers.keys where name.lowercased() == authorization.lowercased() {
            headers[authorization] = headers.removeValue(forKey: name)
        }
        if let token = text(.token) { headers[authorization] = "Bearer \(token)" }
        return headers
    }

    /// The options of new sessions.
    package var modelOptions: ModelOptions {
        var options = ModelOptions()
        for case (let key, .option(let value)) in settings.mapValues(\.value) {
            options[String(key.name.dropFirst(ConfigurationKey.optionPrefix.count))] = value
        }
        return options
    }

    private static func variables(
        _ environment: [String: String]
    ) throws(ConfigurationError) -> [ConfigurationKey: ConfigurationSetting] {
        var settings: [ConfigurationKey: ConfigurationSetting] = [:]
        for key in ConfigurationKey.all {
            for name in [key.variable, key.sharedVariable].compactMap(\.self) {
                guard let text = environment[name], !text.isEmpty else { continue }
                settings[key] = try setting(text, of: key, at: .variable(name))
                break
            }
        }
        let known = Set(ConfigurationKey.all.map(\.variable))
        let unknown = environment.keys.filter {
            $0.hasPrefix(ConfigurationKey.variablePrefix) && !known.contains($0)
        }
        if let name = unknown.min() { throw .unknownVariable(name) }
        return settings
    }

    private static func setting(
        _ text: String, of key: ConfigurationKey, at origin: ConfigurationOrigin
    ) throws(ConfigurationError) -> ConfigurationSetting {
        do {
            return ConfigurationSetting(
                try key.kind.value(of: text), written: text, from: origin)
        } catch {
            throw .badValue(text, of: key, at: origin, error)
        }
    }
}
