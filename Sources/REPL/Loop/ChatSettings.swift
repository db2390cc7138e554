package import Chat

/// What was asked for on the command line, or by the environment.
package struct ChatSettings: Sendable {
    /// The model to talk to.
    package var model: String?
    /// The model of new sessions, where none was asked for.
    package var defaultModel: String?
    /// The system prompt of new sessions.
    package var system: String?
    /// The options of new sessions.
    package var options: ModelOptions
    /// How long sessions outlive their last use, where that was asked for.
    package var timeToLive: TimeToLive?
    /// Whether the line of figures after a reply is left out.
    package var isQuiet: Bool
    /// Whether to answer with JSON.
    package var wantsJSON: Bool

    /// Makes settings.
    package init(
        model: String? = nil, defaultModel: String? = nil, system: String? = nil,
        options: ModelOptions = ModelOptions(),
        timeToLive: TimeToLive? = nil, isQuiet: Bool = false, wantsJSON: Bool = false
    ) {
        self.model = model
        self.defaultModel = defaultModel
        self.system = system
        self.options = options
        self.timeToLive = timeToLive
        self.isQuiet = isQuiet
        self.wantsJSON = wantsJSON
    }

    /// What these settings change in a session that is there already.
    var changes: [SessionChange] {
        var changes: [SessionChange] = []
        if !options.isEmpty { changes.append(.options(options)) }
        if let timeToLive { changes.append(.timeToLive(timeToLive)) }
        return changes
    }

    /// A session with these settings.
    func newSession(named name: String? = nil) -> NewSession {
        NewSession(
            name: name, systemPrompt: system, model: model ?? defaultModel, options: options)
    }
}
