package import Chat
package import Search
package import Terminal

/// What commands work with: the store, the model server, the output, and what is active now.
///
/// One task uses it, the one that runs the loop or the shell command.
package final class CommandContext {
    /// Where sessions live.
    package var store: any SessionStore { sessions }
    private let sessions: PrivateSessions
    /// Finds messages in them.
    package let search: any MessageSearch
    /// The index that is searched, where there may be one.
    let index: (any SearchIndexing)?
    /// Finds messages by what they mean, where that can be done.
    let recall: (any Recalling)?
    /// Who answers.
    package let server: any ModelServer
    /// Where to show things.
    package let output: Output
    /// Where lines come from, or `nil` where nobody can be asked.
    package let lines: (any LineSource)?
    /// At which door the command was given.
    package let door: CommandDoor
    /// What was asked for on the command line.
    package let settings: ChatSettings
    /// The configuration, where there is one.
    package let configuration: (any ConfigurationDesk)?
    /// The files of the machine, where commands may use them.
    package let files: (any FileDesk)?
    /// The programs of the machine, where commands may use them.
    let programs: (any ProgramDesk)?
    /// The templates, where there are some.
    package let templates: (any TemplateDesk)?
    /// Starts a model server on this machine, where one is installed.
    package let startServer: (@Sendable () async throws -> Void)?
    /// Whether the store is away, and what is said waits for it.
    let isStoreAway: @Sendable () -> Bool
    /// How many tokens models make of texts.
    package let scales: TokenScales
    /// The prompt.
    package let prompt: PromptText
    /// Lets the server prepare itself for what is going to be asked, where that is wanted.
    package var warmup: Warmup?
    /// The model that makes vectors of messages, where one is chosen.
    package let recallChoice: RecallChoice
    /// Opens while the prompt waits, where something is to be done meanwhile.
    package var idle: IdleGate?
    /// What waits for the store on this machine.
    let waitingMessages: @Sendable () -> [WaitingMessages]

    /// The active conversation.
    ///
    /// There is always one, though its session may not exist yet.
    package var conversation: Conversation
    /// How the end of a long reply is told.
    var notification: ReplyNotification
    /// The list that was shown last, whose rows `#n` means.
    var list = ShownList.sessions([]) { didSet { rows.show(list.candidates) } }
    /// Files that go along with the next message.
    var attached: [Attachment] = []
    /// The session of which somebody was asked whether it is to be summarised, and did not say.
    var undecided: SessionID?
    /// What completion knows of that list.
    private let rows: ShownRows
    /// The watch for Ctrl-C, while something runs at the prompt.
    var interrupts: InterruptWatch?

    /// Makes a context.
    ///
    /// Without an index, the store is searched by reading it.
    package init(
        store: any SessionStore, index: (any SearchIndexing)? = nil,
        recall: (any Recalling)? = nil, recallChoice: RecallChoice = RecallChoice(),
        server: any ModelServer, output: Output,
        lines: (any LineSource)?, door: CommandDoor, settings: ChatSettings,
        configuration: (any ConfigurationDesk)? = nil, templates: (any TemplateDesk)? = nil,
        files: (any FileDesk)? = nil, programs: (any ProgramDesk)? = nil,
        rows: ShownRows = ShownRows(),
        scales: TokenScales = TokenScales(),
        startServer: (@Sendable () async throws -> Void)? = nil,
        isStoreAway: @escaping @Sendable () -> Bool = { false },
        waitingMessages: @escaping @Sendable () -> [WaitingMessages] = { [] }
    ) {
        sessions = PrivateSessions(beside: store)
        search = index ?? StoreScan(store)
        self.index = index
        self.recall = recall
        self.recallChoice = recallChoice
        self.server = server
        self.output = output
        self.lines = lines
        self.door = door
        self.settings = settings
        self.configuration = configuration
        self.templates = templates
        self.files = files
        self.programs = programs
        self.rows = rows
        self.startServer = startServer
        self.isStoreAway = isStoreAway
        self.scales = scales
        prompt = PromptText(
            settings.prompt, right: settings.rightPrompt, showsMeter: !settings.isQuiet,
            isStoreAway: isStoreAway)
        self.waitingMessages = waitingMessages
        notification = settings.notification
        conversation = Conversation(
            new: settings.newSession(), of: sessions, with: server,
            sendingNewest: settings.recent, filling: settings.share, knowing: scales)
    }

    /// Whether the active session is in the memory of this program only.
    var isPrivate: Bool {
        get async { sessions.contains(await conversation.id) }
    }

    /// Makes a new session the active one.
    ///
    /// It is created at its first message; a private one is kept nowhere.
    func beginSession(
        named name: String? = nil, with template: SessionTemplate = SessionTemplate(),
        isPrivate: Bool = false
    ) async {
        var new = settings.newSession(named: name, with: template)
        if new.model == nil {
            let model = await conversation.modelName
            new.model = model.isEmpty ? nil : model
        }
        if isPrivate { sessions.add(new.id) }
        conversation = Conversation(
            new: new, of: store, with: server, sendingNewest: settings.recent,
            filling: settings.share, knowing: scales)
    }

    /// Makes a session the active one.
    package func activate(_ session: Session) {
        conversation = conversation(in: session)
    }

    /// A conversation in a session.
    func conversation(in session: Session) -> Conversation {
        Conversation(
            in: session, of: store, with: server, sendingNewest: settings.recent,
            filling: settings.share,
            knowing: scales)
    }

    /// The id of the active session.
    ///
    /// - Throws: ``REPLError`` where nothing was said in it yet.
    func activeSession() async throws -> SessionID {
        guard let session = await conversation.session else { throw REPLError.noSession }
        return session.id
    }

    /// The active session as it is in the store now.
    ///
    /// - Throws: ``REPLError`` where nothing was said in it yet.
    func activeSessionNow() async throws -> Session {
        try await store.history(of: try await activeSession(), .last(0)).session
    }

    /// Asks for a yes, and throws where nobody can be asked.
    func confirm(_ question: String) async throws -> Bool {
        guard lines != nil else { throw REPLError.needsConfirmation }
        let request = LinePromptRequest("\(question) [y/N] ", isQuestion: true)
        guard let answer = try await answer(to: request) else { return false }
        return ["y", "yes"].contains(answer.trimmed.lowercased())
    }

    /// Asks for a line; `nil` where none is given.
    ///
    /// - Throws: ``REPLError`` where nobody can be asked.
    func ask(_ request: LinePromptRequest) async throws -> String? {
        guard lines != nil else { throw REPLError.needsTerminal }
        return try await answer(to: request)
    }

    private func answer(to request: LinePromptRequest) async throws -> String? {
        guard case .line(let answer, _)? = try await read(request) else { return nil }
        return answer
    }

    /// Reads what is typed next; `nil` where nobody can be asked.
    func read(_ request: LinePromptRequest) async throws -> LineInput? {
        if let interrupts { return try await interrupts.readLine(request) }
        return try await lines?.readLine(request)
    }
}
