/// Where sessions live.
///
/// Every operation that changes a session is atomic. ``MemorySessionStore`` is the twin that keeps
/// everything in this process; the same test suite runs on it and on the Redis store.
///
/// Errors are ``ChatFailure`` values: `notFound` for a session that is not there, `store` for a
/// store that cannot be reached or refuses.
public protocol SessionStore: Sendable {
    /// Creates a session with its first messages.
    ///
    /// A session that has the id already is left as it is, so that a repeated request has one
    /// effect.
    ///
    /// - Returns: The session and its messages as stored.
    func create(_ new: NewSession) async throws -> History

    /// Stores a session that comes from elsewhere, with the times that it has there.
    ///
    /// It is there as a whole or not at all. One that has the id already is left as it is.
    ///
    /// - Parameters:
    ///   - copy: What is known of it, and its first messages.
    ///   - more: Gives the messages behind those, so that not all are in memory at once.
    /// - Returns: Whether it was not there before.
    /// - Throws: What `more` throws, or a failure of the store.
    func insert(
        _ copy: SessionCopy, followedBy more: @escaping SessionCopy.Supply
    ) async throws -> Bool

    /// Appends messages, each with a timestamp greater than any before it.
    ///
    /// - Parameters:
    ///   - messages: What to append, in order. They stay adjacent.
    ///   - id: The session.
    ///   - operation: A name for this append, unique to the caller's run: an append that is
    ///     repeated under the same name has one effect.
    /// - Returns: The messages as stored.
    /// - Throws: `notFound`, or a failure of the store.
    func append(_ messages: [Message], to id: SessionID, operation: TurnID) async throws
        -> [StoredMessage]

    /// Reads a session and some of its messages, oldest first.
    func history(of id: SessionID, _ range: HistoryRange) async throws -> History

    /// Lists sessions, the last used first.
    func list(offset: Int, limit: Int) async throws -> SessionPage

    /// Finds sessions by id, by a prefix of at least four characters of an id, or by name.
    ///
    /// An exact id wins over a name, a name over a prefix. Names are compared without regard to
    /// case. Nothing is scanned.
    ///
    /// - Returns: No session, the one meant, or several that the reference could mean.
    func find(_ reference: String) async throws -> [Session]

    /// Changes a session's metadata, which does not make it the one used last.
    ///
    /// - Returns: The session after the change.
    func change(_ id: SessionID, _ changes: [SessionChange]) async throws -> Session

    /// Sets, replaces or (with `nil`) removes the system prompt; the old one goes to the shelf.
    func setSystemPrompt(_ text: String?, of id: SessionID) async throws

    /// Moves a session into the trash, from which it vanishes after seven days.
    func delete(_ id: SessionID) async throws

    /// The sessions in the trash, the last deleted first.
    ///
    /// - Parameter limit: How many to read at the most.
    /// - Returns: The sessions, without their messages.
    /// - Throws: A failure of the store.
    func trash(limit: Int) async throws -> [TrashedSession]

    /// Brings a session back from the trash, with all that belongs to it.
    ///
    /// - Returns: The session.
    /// - Throws: `notFound` for one that is not in the trash.
    func undelete(_ id: SessionID) async throws -> Session

    /// Removes a session and everything of it for good, wherever it is, and makes sure that nothing
    /// is left.
    ///
    /// - Throws: `notFound` for one that is neither there nor in the trash, and `inTurn` while
    ///   another program is in a turn of it.
    func purge(_ id: SessionID) async throws

    /// Sessions that were not used since a moment, the longest unused first.
    func sessions(unusedSince moment: Timestamp, limit: Int) async throws -> [Session]

    /// Counts the session's time to live anew from now.
    func touch(_ id: SessionID) async throws

    /// Makes a session from another one: its messages up to one, then some of its own.
    ///
    /// A branch that has the id already is left as it is, so that a repeated request has one
    /// effect.
    ///
    /// - Returns: The new session and the messages appended to it.
    /// - Throws: `notFound`, or a failure of the store.
    func branch(_ new: NewBranch) async throws -> History

    /// Reads what was taken off a session's path, the oldest step first.
    func shelf(of id: SessionID) async throws -> [ShelvedMessages]

    /// Takes messages off a session's path, to its shelf or for good.
    ///
    /// - Returns: The session after the change.
    /// - Throws: `changedMeanwhile` where one of them is not there as it was read, and `inTurn`
    ///   while another program is in a turn of the session; nothing is changed then.
    func remove(_ removal: MessageRemoval, from id: SessionID) async throws -> Session

    /// Puts messages of the shelf back to where they were, byte for byte.
    ///
    /// - Returns: The session after the change.
    /// - Throws: `changedMeanwhile` where that cannot be done any more, and `inTurn` while another
    ///   program is in a turn of the session; nothing is changed then.
    func restore(_ restoration: ShelfRestoration, in id: SessionID) async throws -> Session

    /// Reads a session with all that it was branched from and all that was branched from those, as
    /// far as they are there.
    ///
    /// - Returns: The first of the family, then its branches; a session comes behind its parent.
    func family(of id: SessionID) async throws -> [Session]

    /// Tells how much memory the store takes up, and what it does where there is no more.
    func usage() async throws -> StoreUsage

    /// Tells how many bytes sessions take up in the store, with all that belongs to them.
    ///
    /// - Returns: The bytes; a session that is not there, or of which the store does not tell, is
    ///   missing.
    func sizes(of ids: [SessionID]) async throws -> [SessionID: Int]

    /// Reads images that messages of a session refer to, by their digests; those that are not there
    /// are missing.
    func images(_ digests: Set<String>, of id: SessionID) async throws -> [String: [UInt8]]

    /// Reads how many times the usual number of tokens models make of texts, by their full names,
    /// as it was learned.
    func tokenScales() async throws -> [String: Double]

    /// Keeps what was learned of some models; what is known of others stays.
    func keep(tokenScales: [String: Double]) async throws

    /// Begins a turn: takes the session's lease, says what is new, appends the question and opens
    /// the draft of the reply, in one step.
    func begin(_ request: TurnRequest, in id: SessionID) async throws -> TurnAnswer

    /// Adds a piece to the draft of a turn's reply, and holds the lease for longer.
    ///
    /// An empty addition only holds the lease. Of a piece that is there already, as a whole or in
    /// part, only what is missing is added.
    func checkpoint(_ addition: DraftAddition, of turn: BegunTurn) async throws

    /// Ends a turn: stores its reply, removes the draft and gives the lease back, in one step.
    ///
    /// A draft that is not there any more hinders nothing. One that another program has taken over
    /// means that the reply was overtaken, as does any message behind the turn's anchor.
    func finish(
        _ turn: BegunTurn, with reply: Message, placement: ReplyPlacement
    ) async throws -> ReplyAnswer

    /// Ends a turn without a reply: removes the draft and gives the lease back.
    func abandon(_ turn: BegunTurn) async throws

    /// Turns the drafts of programs that are gone into interrupted replies.
    ///
    /// A reply that others overtook goes into a branch from its own question.
    ///
    /// - Parameter history: The session as it was read, with its drafts.
    /// - Returns: What was recovered; empty when there was nothing to recover.
    /// - Throws: A failure of the store.
    func recover(_ history: History) async throws -> [RecoveredReply]

    /// Gives connections and files back. The store is not used afterwards.
    func close() async
}

/// A reply that a dead program left as a draft.
public struct RecoveredReply: Hashable, Sendable {
    /// The reply as it is stored now, interrupted.
    public let message: StoredMessage
    /// The branch that it was put into, where others had gone on in the session.
    public let branch: Session?

    /// Makes a recovered reply.
    public init(message: StoredMessage, branch: Session? = nil) {
        self.message = message
        self.branch = branch
    }
}
