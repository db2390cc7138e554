import Chat

/// Collects the messages of one conversation, and checks each.
struct ConversationBuilder {
    /// What was collected.
    private(set) var conversation: ImportedConversation
    private var list = ProblemList()
    private var isFull = false
    private let keepsRoles: Bool
    private let place: String

    /// Begins a conversation.
    ///
    /// - Parameters:
    ///   - place: Where it is in the file.
    ///   - keepsRoles: Whether roles that no model knows are kept, because a store had them.
    ///   - layout: How its messages lie in the file, if they are to stay there.
    init(place: String, keepsRoles: Bool = false, leaving layout: OwnMessages.Layout? = nil) {
        conversation = ImportedConversation(place: place)
        conversation.outline = layout.map(MessageOutline.init)
        self.place = place
        self.keepsRoles = keepsRoles
    }

    /// What was not as it should be.
    var problems: [ImportProblem] { list.all(at: conversation.place) }

    /// Takes what is said of the conversation as a whole.
    mutating func describe(
        name: String? = nil, model: String? = nil, options: ModelOptions = ModelOptions(),
        createdAt: Timestamp? = nil
    ) {
        conversation.name = name.flatMap(ImportedText.name) ?? conversation.name
        conversation.model = model.flatMap(ImportedText.name) ?? conversation.model
        conversation.options = conversation.options.merging(options)
        conversation.createdAt = createdAt ?? conversation.createdAt
        if let name = conversation.name { conversation.place = "\(place) (“\(name)”)" }
    }

    /// Takes what is sent in place of the beginning.
    mutating func summarise(_ summary: SessionSummary) {
        conversation.summary = summary
    }

    /// Takes what was decided of single messages.
    mutating func decide(_ choices: ContextChoices) {
        conversation.choices = choices
    }

    /// Takes by which ids the file links its conversations.
    mutating func link(id: String?, parent: String?) {
        conversation.statedID = id
        conversation.statedParent = parent
    }

    /// Notes a problem.
    mutating func report(_ problem: ImportProblem) { list.add(problem) }

    /// The place of a message of this conversation.
    func place(ofMessage number: Int) -> String { "\(conversation.place), message \(number)" }

    /// Takes a message of which only role and content are known, and says whether it did.
    @discardableResult
    mutating func add(
        role: String, content: String, said: Timestamp?, model: String? = nil, at number: Int
    ) -> Bool {
        let isReply = Role.imported(role) == .assistant
        let message = Message(
            role: Role(rawValue: role), content: content, model: isReply ? model : nil)
        return add(message, said: said, at: number)
    }

    /// Takes a message, unless something about it cannot be, and says whether it did.
    @discardableResult
    mutating func add(_ message: Message, said: Timestamp?, at number: Int) -> Bool {
        guard !isFull, let checked = check(message, at: number) else { return false }
        guard conversation.count < TranscriptLimits.messagesPerConversation else {
            isFull = true
            report(
                .loss(
                    at: place(ofMessage: number),
                    "A conversation can have \(TranscriptLimits.messagesPerConversation) messages; "
                        + "this one and all behind it were left out."))
            return false
        }
        conversation.add(ImportedMessage(checked, said: said))
        return true
    }

    /// Notes where the next message is in the file.
    mutating func extend(to range: Range<Int>, number: Int) {
        if !isFull { conversation.outline?.extend(to: range, number: number) }
    }

    /// Notes that the next message does not follow the last one in the file.
    mutating func closePage() { conversation.outline?.close() }

    /// Takes where the conversation leaves another one; at no message of it is nowhere.
    mutating func fork(from parent: Int, at position: Int) {
        if position > 0 { conversation.branch = .init(parent: parent, position: position) }
    }

    /// Takes an image that a message refers to.
    mutating func keep(_ image: [UInt8], as digest: String) { conversation.images[digest] = image }

    /// Takes messages on the shelf.
    mutating func add(_ shelf: ImportedShelf) { conversation.shelf.append(shelf) }

    /// The message as it is taken, or `nil`, with a problem, where it is not.
    mutating func check(_ message: Message, at number: Int) -> Message? {
        let known = keepsRoles ? message.role.ifPlain : Role.imported(message.role.rawValue)
        guard let role = known else {
            report(
                .loss(
                    at: place(ofMessage: number),
                    "“\(ImportedText.excerpt(message.role.rawValue))” is no role, so the message "
                        + "was left out."))
            return nil
        }
        guard message.content.utf8.count <= TranscriptLimits.messageBytes,
            message.thinking?.utf8.count ?? 0 <= TranscriptLimits.messageBytes
        else {
            reportSize(at: number)
            return nil
        }
        var message = message
        message.role = role
        message.model = message.model.flatMap(ImportedText.name)
        return message
    }

    /// Notes that a message is too large.
    mutating func reportSize(at number: Int) {
        report(
            .loss(
                at: place(ofMessage: number),
                "The message is larger than \(TranscriptLimits.messageBytes >> 20) MiB and was "
                    + "left out."))
    }
}
