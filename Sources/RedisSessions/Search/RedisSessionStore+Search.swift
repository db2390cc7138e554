public import Search

extension RedisSessionStore: MessageSearch {
    /// Finds messages by reading them all, the sessions used last first.
    ///
    /// Nothing has to be kept for it, so nothing can be out of date: also what programs wrote that
    /// know the original layout only is found. Reading stops where the reader does.
    public func search(_ request: SearchRequest) -> SearchResults {
        request.results { try MessageScan(request, in: self) }
    }
}
