public import Chat

/// What to look for in past conversations.
public struct SearchQuery: Hashable, Sendable {
    /// What the content of a message has to hold.
    public enum Text: Hashable, Sendable {
        /// All the required terms, anywhere in it, and none of the excluded ones.
        case words(required: [SearchTerm], excluded: [SearchTerm] = [])
        /// A text, wherever it begins and ends; case and accents do not count.
        case substring(String)
        /// A regular expression; case does not count. How long it takes is up to it: one that
        /// repeats what repeats may take very long for a long text. A search that is cancelled
        /// leaves it to itself.
        case pattern(String)
    }

    /// Which sessions are looked at.
    public enum Scope: String, Hashable, Sendable, CaseIterable {
        /// All, but a branch's copies of its parent's messages are not listed twice.
        case everything
        /// The active session.
        case thisSession
        /// The active session with those that it comes from and all their branches.
        case family
        /// All, each copy of a message by itself.
        case everyCopy
    }

    /// Which hits come first.
    public enum Order: String, Hashable, Sendable, CaseIterable {
        /// The newest.
        case newest
        /// Those in which the words are rare and frequent.
        case best
    }

    /// What the content of a message has to hold.
    public var text: Text
    /// Who said it.
    public var role: Role?
    /// The model that made it.
    public var model: WildcardPattern?
    /// The name of its session; see ``admits(sessionName:)``.
    public var session: WildcardPattern?
    /// It was said then or later.
    public var since: Timestamp?
    /// It was said earlier than that.
    public var before: Timestamp?
    /// It has a block of fenced code.
    public var hasCode: Bool
    /// Which sessions are looked at.
    public var scope: Scope
    /// Which hits come first.
    public var order: Order

    /// Makes a query.
    public init(
        text: Text = .words(required: []), role: Role? = nil, model: WildcardPattern? = nil,
        session: WildcardPattern? = nil, since: Timestamp? = nil, before: Timestamp? = nil,
        hasCode: Bool = false, scope: Scope = .everything, order: Order = .newest
    ) {
        self.text = text
        self.role = role
        self.model = model
        self.session = session
        self.since = since
        self.before = before
        self.hasCode = hasCode
        self.scope = scope
        self.order = order
    }

    /// Whether messages of a session are looked for, as far as its name goes.
    ///
    /// A session without a name has none that could match.
    public func admits(sessionName: String?) -> Bool {
        guard let session else { return true }
        return sessionName.map(session.matchesSession) ?? false
    }

    /// Whether a message of a moment is looked for.
    public func admits(_ timestamp: Timestamp) -> Bool {
        if let since, timestamp < since { return false }
        if let before, timestamp >= before { return false }
        return true
    }
}
