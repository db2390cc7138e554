package import Chat

/// What was asked for on the command line, or by the environment.
package struct ChatSettings: Sendable {
    /// The model to talk to.
    package var model: String?
    /// The model of new sessions, where none was asked for.
    package var defaultModel: String?
    /// The system prompt that was asked for.
    package var system: String?
    /// The system prompt of new sessions, where none was asked for.
    package var defaultSystem: String?
    /// The options that were asked for.
    package var options: ModelOptions
    /// The options of new sessions, where nothing else was asked for.
    package var defaultOptions: ModelOptions
    /// How long sessions outlive their last use, where that was asked for.
    package var timeToLive: TimeToLive?
    /// How many of the newest messages of a session are sent to the model at the most.
    package var recent: Int?
    /// How much of the window is left filled when turns have to be left out.
    package var share: Double
    /// What becomes of the beginning of a session whose window fills up.
    package var compaction: CompactionMode
    /// How full the window is then, in percent.
    package var compactAt: Int
    /// How many messages a session keeps at the most; what is over goes to its shelf.
    package var mostMessages: Int?
    /// What is prepared for a session while somebody types.
    package var warmup: WarmupMode
    /// What stands in front of the line that is typed.
    package var prompt: PromptTemplate
    /// What stands at the end of its row.
    package var rightPrompt: PromptTemplate
    /// How the end of a long reply is told.
    package var notification: ReplyNotification
    /// Whether the line of figures after a reply is left out.
    package var isQuiet: Bool
    /// Whether to answer with JSON.
    package var wantsJSON: Bool
    /// Whether nothing of the conversation outlives the program.
    package var isQuick: Bool

    /// Makes settings.
    package init(
        model: String? = nil, defaultModel: String? = nil, system: String? = nil,
        defaultSystem: String? = nil, options: ModelOptions = ModelOptions(),
        defaultOptions: ModelOptions = ModelOptions(), timeToLive: TimeToLive? = nil,
        recent: Int? = nil, share: Double = ContextPlanner.usualShare,
        compaction: CompactionMode = .off, compactAt: Int = 80, mostMessages: Int? = nil,
        warmup: WarmupMode = .off, prompt: PromptTemplate = .left,
        rightPrompt: PromptTemplate = .right,
        notification: ReplyNotification = ReplyNotification(), isQuiet: Bool = false,
        wantsJSON: Bool = false, isQuick: Bool = false
    ) {
        self.model = model
        self.defaultModel = defaultModel
        self.system = system
        self.defaultSystem = defaultSystem
        self.options = options
        self.defaultOptions = defaultOptions
        self.timeToLive = timeToLive
        self.recent = recent
        self.share = share
        self.compaction = compaction
        self.compactAt = compactAt
        self.mostMessages = mostMessages
        self.warmup = warmup
        self.prompt = prompt
        self.rightPrompt = rightPrompt
        self.notification = notification
        self.isQuiet = isQuiet
        self.wantsJSON = wantsJSON
        self.isQuick = isQuick
    }

    /// What these settings change in a session that is there already.
    var changes: [SessionChange] {
        var changes: [SessionChange] = []
        if !options.isEmpty { changes.append(.options(options)) }
        if let timeToLive { changes.append(.timeToLive(timeToLive)) }
        return changes
    }

    /// A session with these settings.
    ///
    /// What was asked for now goes before a template, and that before what new sessions usually
    /// have.
    func newSession(
        named name: String? = nil, with template: SessionTemplate = SessionTemplate()
    ) -> NewSession {
        NewSession(
            name: name, systemPrompt: system ?? template.systemPrompt ?? defaultSystem,
            model: model ?? template.model ?? defaultModel,
            options: defaultOptions.merging(template.options).merging(options),
            messages: template.messages)
    }
}
