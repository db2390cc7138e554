package import Chat

extension SpooledStore {
    /// Moves a session into the trash; only while the server is there.
    package func delete(_ id: SessionID) async throws {
        try await withServer {
            try await $0.delete(id)
            seen.forget(id)
        }
    }

    /// The sessions in the trash; only while the server is there.
    package func trash(limit: Int) async throws -> [TrashedSession] {
        try await withServer { try await $0.trash(limit: limit) }
    }

    /// Brings a session back from the trash; only while the server is there.
    package func undelete(_ id: SessionID) async throws -> Session {
        try await withServer { try await $0.undelete(id) }
    }

    /// Removes a session for good; only while the server is there.
    package func purge(_ id: SessionID) async throws {
        try await withServer {
            try await $0.purge(id)
            seen.forget(id)
        }
    }

    /// Sessions that were not used since a moment; only while the server is there.
    package func sessions(unusedSince moment: Timestamp, limit: Int) async throws -> [Session] {
        try await withServer { try await $0.sessions(unusedSince: moment, limit: limit) }
    }

    /// Stores a session that comes from elsewhere; only while the server is there.
    package func insert(
        _ copy: SessionCopy, followedBy more: @escaping SessionCopy.Supply
    ) async throws -> Bool {
        try await withServer { try await $0.insert(copy, followedBy: more) }
    }

    /// Reads a session with all that it was branched from and all that was branched from those;
    /// only while the server is there.
    package func family(of id: SessionID) async throws -> [Session] {
        try await withServer { try await $0.family(of: id) }
    }

    /// Reads what was taken off a session's path; only while the server is there.
    package func shelf(of id: SessionID) async throws -> [ShelvedMessages] {
        try await withServer { try await $0.shelf(of: id) }
    }

    /// Takes messages off a session's path; only while the server is there.
    package func remove(_ removal: MessageRemoval, from id: SessionID) async throws -> Session {
        try await withServer {
            let session = try await $0.remove(removal, from: id)
            await readAgain(id)
            return session
        }
    }

    /// Puts messages of the shelf back; only while the server is there.
    package func restore(_ restoration: ShelfRestoration, in id: SessionID) async throws -> Session
    {
        try await withServer {
            let session = try await $0.restore(restoration, in: id)
            await readAgain(id)
            return session
        }
    }

    /// Tells how much memory the store takes up; only while the server is there.
    package func usage() async throws -> StoreUsage {
        try await withServer { try await $0.usage() }
    }

    /// Tells how many bytes sessions take up in the store; only while the server is there.
    package func sizes(of ids: [SessionID]) async throws -> [SessionID: Int] {
        try await withServer { try await $0.sizes(of: ids) }
    }

    /// Reads images of a session; while the server is away, those that were said meanwhile.
    package func images(
        _ digests: Set<String>, of id: SessionID
    ) async throws -> [String: [UInt8]] {
        try await asking {
            try await $0.images(digests, of: id)
        } away: {
            try await $0.images(digests, of: id)
        }
    }

    /// Reads how many tokens models make of texts; while the server is away, what this program
    /// learned.
    package func tokenScales() async throws -> [String: Double] {
        try await asking {
            try await $0.tokenScales()
        } away: {
            try await $0.tokenScales()
        }
    }

    /// Keeps what was learned of some models; while the server is away, for this program alone.
    package func keep(tokenScales: [String: Double]) async throws {
        try await asking {
            try await $0.keep(tokenScales: tokenScales)
        } away: {
            try await $0.keep(tokenScales: tokenScales)
        }
    }

    /// Asks the server for something that only it can do.
    private func withServer<Result: Sendable>(
        _ ask: (any SessionStore) async throws -> Result
    ) async throws -> Result {
        try await asking(ask) { _ in throw SpoolError.needsStore }
    }
}
