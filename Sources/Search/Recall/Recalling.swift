/// How far the vectors of a store are.
public struct VectorStatus: Hashable, Sendable {
    /// How many messages have vectors, or need none.
    public var covered: Int
    /// How many messages are in the store.
    public var messages: Int
    /// How many bytes of the store's memory they take up.
    public var bytes: Int

    /// Makes a status.
    package init(covered: Int, messages: Int, bytes: Int) {
        self.covered = covered
        self.messages = messages
        self.bytes = bytes
    }
}

/// Finds messages by what they mean, with the vectors that a model made of them.
public protocol Recalling: Sendable {
    /// The messages that are most like a question.
    ///
    /// Each is a message that the store held, byte for byte, when it was looked at, as with
    /// ``MessageSearch``. Those that have no vectors of the model are not found.
    ///
    /// - Parameters:
    ///   - question: The vector of the question.
    ///   - model: The model that made it.
    ///   - request: Which messages are looked for; their words are left aside.
    /// - Returns: The sessions with hits, the best hit first.
    /// - Throws: A failure of the store.
    func recall(
        _ question: [Float], of model: String, _ request: SearchRequest
    ) async throws -> [SessionHits]

    /// How far the vectors of a model are.
    func vectorStatus(of model: String) async throws -> VectorStatus

    /// Makes vectors of a few messages that have none of a model.
    ///
    /// - Parameters:
    ///   - model: The model.
    ///   - embed: Makes the vectors of some texts.
    /// - Returns: Whether there may be more messages without.
    /// - Throws: A failure of the store, or what `embed` throws.
    func makeVectors(
        of model: String, _ embed: @Sendable ([String]) async throws -> [[Float]]
    ) async throws -> Bool

    /// Throws all vectors away.
    func removeVectors() async throws
}
