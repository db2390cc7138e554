import Chat

/// A part of the list of sessions.
struct SessionListing {
    /// What was found.
    struct Result {
        /// The sessions of the part.
        var sessions: [Session]
        /// How many were found in all, as far as that is known.
        var total: Int?
        /// Whether some come behind the part.
        var hasMore: Bool
    }

    /// Which sessions.
    let filter: SessionFilter
    /// In which order.
    let order: SessionOrder
    /// The ones to choose from; all of the store unless told.
    let family: [Session]?
    /// How many come before the part.
    let offset: Int
    /// How many to find at the most; all of them unless told.
    let limit: Int?

    /// Reads as many pages as are needed; without a filter, one page is all that is asked for.
    ///
    /// - Parameters:
    ///   - store: The store.
    ///   - progress: Is told how many sessions were read.
    /// - Returns: The part.
    /// - Throws: An error of the store.
    func read(from store: any SessionStore, progress: (Int) -> Void) async throws -> Result {
        if let family { return part(of: order.sorted(family.filter(filter.matches)), isAll: true) }
        guard order == .used else {
            let found = try await matches(in: store, progress: progress)
            return part(of: order.sorted(found), isAll: true)
        }
        if let limit, filter.isEmpty {
            let page = try await store.list(offset: offset, limit: limit)
            return Result(
                sessions: page.sessions, total: page.total,
                hasMore: offset + page.sessions.count < page.total)
        }
        // One more tells whether there are more.
        let enough = limit.map { offset + $0 + 1 }
        let found = try await matches(in: store, upTo: enough, progress: progress)
        return part(of: found, isAll: enough.map { found.count < $0 } ?? true)
    }

    private func matches(
        in store: any SessionStore, upTo enough: Int? = nil, progress: (Int) -> Void
    ) async throws -> [Session] {
        var pages = SessionPages(of: store)
        var found: [Session] = []
        var count = 0
        while let page = try await pages.next() {
            found += page.filter(filter.matches)
            count += page.count
            progress(count)
            if let enough, found.count >= enough { return Array(found.prefix(enough)) }
            if let last = page.last, filter.ends(at: last) { break }
        }
        return found
    }

    private func part(of found: [Session], isAll: Bool) -> Result {
        let sessions = Array(found.dropFirst(offset).prefix(limit ?? .max))
        return Result(
            sessions: sessions, total: isAll ? found.count : nil,
            hasMore: found.count > offset + sessions.count)
    }
}
