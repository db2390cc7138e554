package import Chat

/// A store that goes on while the server behind it is away.
///
/// While the server answers, everything goes there, and what was read is remembered. When it does
/// not, turns go to the spool, on the disk before they count, and what this program has seen stays
/// readable. The server is asked again every second; when it is back, it is told everything in
/// order, and only then things go there again.
package actor SpooledStore: SessionStore {
    /// How often a server that is away is asked.
    private static let interval = Duration.seconds(1)

    let server: any SessionStore
    let spool: Spool
    let owner: TurnOwner
    /// Whether the server is away.
    package nonisolated let status = StoreStatus()
    let onChange: @Sendable (StoreChange) -> Void

    /// What was read of the server.
    var seen = SeenSessions()
    /// What stands in for the server while it is away.
    var standIn: MemorySessionStore?
    /// Why the server is away.
    private(set) var reason: (any ChatFailure)?
    /// What the server has to be told, in order; all of it is in the spool.
    var pending: [SpooledEntry] = []
    /// What became of what the server was told.
    var replay = SpoolReplay()
    /// The same as it was when the server came back, which what stands in for it since knows.
    var settled = SpoolReplay()
    /// The sessions of which known messages have other timestamps now.
    var outdated: Set<SessionID> = []
    /// The replies that arrive now.
    var texts = DraftTexts()
    private var watch: Task<Void, Never>?
    /// Tells the server what ended programs left, while that is being done.
    var replaying: Task<Int, Never>?
    /// How many calls are being answered by what stands in for the server.
    var workCount = 0
    /// How many messages the server was told since it is back.
    var toldCount = 0
    /// The sessions of which it was told.
    var told: Set<SessionID> = []
    /// Those of them that were not read since.
    var unread: Set<SessionID> = []
    /// The sessions of which it does not take everything, and why.
    var refused: [SessionID: any ChatFailure] = [:]
    /// The turns whose replies it did not take, which are kept in a file.
    var refusedReplies: Set<TurnID> = []

    /// Makes a store.
    ///
    /// - Parameters:
    ///   - server: The store that may be away.
    ///   - spool: What keeps turns meanwhile.
    ///   - owner: The program.
    ///   - onChange: Told when the server goes and comes back.
    package init(
        _ server: any SessionStore, spool: Spool, owner: TurnOwner,
        onChange: @escaping @Sendable (StoreChange) -> Void
    ) {
        self.server = server
        self.spool = spool
        self.owner = owner
        self.onChange = onChange
    }

    /// Tries once more to tell the server what it missed, and gives everything back.
    ///
    /// What the server does not take now stays in the spool for the next start.
    package func close() async {
        watch?.cancel()
        await watch?.value
        if standIn != nil { await tryAgain() }
        await server.close()
    }

    /// Asks the server, or what stands in for it.
    func asking<Result: Sendable>(
        _ ask: (any SessionStore) async throws -> Result,
        away: (MemorySessionStore) async throws -> Result
    ) async throws -> Result {
        if let standIn { return try await working { try await away(standIn) } }
        do {
            return try await ask(server)
        } catch let failure as any ChatFailure where failure.isOutage {
            let standIn = leave(failure)
            return try await working { try await away(standIn) }
        }
    }

    /// Does something with what stands in for the server, which stays in its place meanwhile.
    private func working<Result: Sendable>(
        _ body: () async throws -> Result
    ) async rethrows -> Result {
        workCount += 1
        defer { workCount -= 1 }
        return try await body()
    }

    /// Turns to what stands in for the server.
    private func leave(_ failure: any ChatFailure) -> MemorySessionStore {
        if let standIn { return standIn }
        let standIn = MemorySessionStore(holding: seen.all, owner: owner)
        self.standIn = standIn
        reason = failure
        status.set(isAway: true)
        onChange(.away(failure, path: spool.path))
        watch = Task { [weak self] in
            while (try? await Task.sleep(for: Self.interval)) != nil {
                if await self?.tryAgain() ?? true { break }
            }
            if !Task.isCancelled { await self?.replayAbandoned() }
        }
        return standIn
    }

    /// Asks the server whether it is back, and tells it what it missed.
    ///
    /// - Returns: Whether it is back and knows everything.
    @discardableResult
    private func tryAgain() async -> Bool {
        do {
            _ = try await server.list(offset: 0, limit: 1)
            try await tellPending()
        } catch {
            return false
        }
        settle()
        await spool.clear()
        return true
    }

    /// Turns to the server, which knows everything, and under which everything is known from now on.
    private func settle() {
        standIn = nil
        reason = nil
        settled = replay
        outdated.formUnion(told)
        texts.forgetSpooled()
        status.set(isAway: false)
        onChange(.back(messages: toldCount))
        toldCount = 0
        told = []
        refused = [:]
    }
}
