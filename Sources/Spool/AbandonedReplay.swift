import Chat

/// Tells a store what a program that has ended left in its spool.
struct AbandonedReplay {
    private let left: AbandonedSpool
    private let server: any SessionStore
    private let onChange: @Sendable (StoreChange) -> Void
    private var replay = SpoolReplay()
    private var refused: Set<SessionID> = []
    private var told: Set<Int>
    /// How many messages the store has more.
    private(set) var count = 0

    /// Makes a replay.
    ///
    /// - Parameters:
    ///   - left: The spool.
    ///   - server: The store that it was meant for.
    ///   - onChange: Told what becomes of what the store does not take as it is.
    init(
        _ left: AbandonedSpool, to server: any SessionStore,
        onChange: @escaping @Sendable (StoreChange) -> Void
    ) {
        self.left = left
        self.server = server
        self.onChange = onChange
        told = left.content.over.union(left.content.told.keys)
    }

    /// Tells everything that the store does not know yet, and removes the file.
    ///
    /// - Throws: A failure that may pass; what was told is noted in the file.
    mutating func run() async throws {
        for spooled in left.content.entries where !left.content.over.contains(spooled.number) {
            if let told = left.content.told[spooled.number] {
                replay.take(told, of: spooled.entry)
            } else if !refused.contains(spooled.entry.session) {
                try await tell(spooled)
            }
        }
        for (turn, draft) in replay.open where !refused.contains(draft.session) {
            do {
                try await replay.interrupt(turn, on: server)
                count += 1
                left.noteOver(left.content.drafts(of: turn))
            } catch let failure as any ChatFailure where !failure.isOutage {
                try keep(draft.session, failure)
            }
        }
        replay.takeBranches().forEach { onChange(.branched($0)) }
        if let path = left.end() {
            onChange(.damaged(lines: left.content.damaged, path: path))
        }
    }

    private mutating func tell(_ spooled: SpooledEntry) async throws {
        do {
            guard let became = try await replay.perform(spooled.entry, on: server) else { return }
            told.insert(spooled.number)
            count += spooled.entry.messages.count
            left.note(became, of: spooled.number)
        } catch let failure as any ChatFailure where !failure.isOutage {
            try keep(spooled.entry.session, failure)
        }
    }

    /// Keeps what was left of a session that the server does not take.
    private mutating func keep(_ id: SessionID, _ failure: any ChatFailure) throws {
        refused.insert(id)
        let rest = left.content.rest(of: id, without: told)
        try SpoolFolder.keep(rest.map(\.entry), of: left.store, beside: left.file.path)
        left.noteOver(rest.map(\.number))
        let path = SpoolFolder.keptPath(beside: left.file.path)
        onChange(.kept(messages: rest.map(\.entry).messages.count, path: path, reason: failure))
    }
}
