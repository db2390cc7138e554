/// What a search index is like.
public struct IndexStatus: Hashable, Sendable {
    /// How many messages are in it.
    public var documents: Int
    /// How many terms are in it.
    public var terms: Int
    /// How many bytes of the store's memory it takes up.
    public var bytes: Int
    /// How many sessions have changed since they were indexed.
    public var sessionsBehind: Int
    /// How many messages are in the store.
    public var messages: Int

    /// Makes a status.
    package init(
        documents: Int, terms: Int, bytes: Int, sessionsBehind: Int, messages: Int
    ) {
        self.documents = documents
        self.terms = terms
        self.bytes = bytes
        self.sessionsBehind = sessionsBehind
        self.messages = messages
    }
}

/// A search that may have an index, which can be looked at and made anew.
public protocol SearchIndexing: MessageSearch {
    /// What the index is like; `nil` where there is none.
    ///
    /// Everything in the store is compared with it, which takes its time.
    func indexStatus() async throws -> IndexStatus?

    /// Throws the index away and makes it anew.
    ///
    /// - Parameter report: Told again and again how many messages are indexed, and how many there
    ///   are.
    /// - Throws: A failure of the store.
    func reindex(_ report: @Sendable (_ done: Int, _ all: Int) -> Void) async throws

    /// Throws the index away; searches read everything then.
    func removeIndex() async throws

    /// Looks for what other programs changed in the store, so that the next search knows it.
    ///
    /// - Returns: Whether something had changed that a search before this did not know.
    func settle() async throws -> Bool

    /// Whether the index is being made, so that everything is read for a search until then.
    func isBeingMade() async -> Bool
}
