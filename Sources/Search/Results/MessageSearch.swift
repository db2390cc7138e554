/// Finds messages in the sessions of a store.
public protocol MessageSearch: Sendable {
    /// Begins a search.
    ///
    /// Each hit is a message that the store held, byte for byte, when it was looked at. A long
    /// session may come in several parts, one after the other. Nothing is read ahead of the reader
    /// but the next part; whoever stops reading stops the search.
    ///
    /// - Parameter request: What to look for.
    /// - Returns: The sessions with hits, the last used first, or the best hit first. It throws a
    ///   ``SearchQueryError`` for a regular expression that is none, `CancellationError`, or a
    ///   failure of the store.
    func search(_ request: SearchRequest) -> SearchResults
}

/// The sessions with hits, as they are found.
public typealias SearchResults = AsyncThrowingStream<SessionHits, any Error>
