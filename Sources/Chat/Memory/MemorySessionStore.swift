/// Sessions in the memory of this process, for tests and for programs that keep nothing.
///
/// The twin of the Redis store: the same test suite runs on both. Nothing outlives the process.
public struct MemorySessionStore: SessionStore {
    let database: MemoryDatabase
    let timeToLive: TimeToLive?
    let owner: TurnOwner
    let isAlive: @Sendable (TurnOwner) -> Bool
    let clock: @Sendable () -> Timestamp

    /// Makes an empty store.
    ///
    /// - Parameter timeToLive: How long new sessions outlive their last use; `nil` keeps them.
    public init(timeToLive: TimeToLive? = nil) {
        self.init(timeToLive: timeToLive, clock: WallClock.now)
    }

    /// Makes an empty store with a clock of the caller's.
    package init(timeToLive: TimeToLive? = nil, clock: @escaping @Sendable () -> Timestamp) {
        database = MemoryDatabase()
        self.timeToLive = timeToLive
        owner = TurnOwner(
            run: TurnID.random().text, machine: "memory", host: "memory", process: 0, startedAt: 0)
        isAlive = { _ in true }
        self.clock = clock
    }

    /// Makes a store of sessions that were read elsewhere.
    ///
    /// - Parameters:
    ///   - sessions: The sessions, each with all its messages, oldest first.
    ///   - owner: The program that turns are noted under.
    package init(holding sessions: [(Session, [StoredMessage])], owner: TurnOwner) {
        database = MemoryDatabase()
        timeToLive = nil
        self.owner = owner
        isAlive = { _ in true }
        clock = WallClock.now
        for (session, messages) in sessions {
            _ = database.add(
                MemorySession(session, messages: messages, timeToLive: nil), at: clock())
        }
    }

    /// Makes the store of another program on the same sessions.
    ///
    /// - Parameters:
    ///   - other: The store to share sessions with.
    ///   - owner: The program that turns are noted under.
    ///   - isAlive: Tells whether a program of the same machine still runs.
    package init(
        sharing other: MemorySessionStore, owner: TurnOwner,
        isAlive: @escaping @Sendable (TurnOwner) -> Bool
    ) {
        database = other.database
        timeToLive = other.timeToLive
        clock = other.clock
        self.owner = owner
        self.isAlive = isAlive
    }

    /// Does nothing: there is nothing to give back.
    public func close() async {}

    /// Does something with a session in one step, and counts its time to live anew.
    func change<Result: Sendable>(
        _ id: SessionID, _ body: (inout MemorySession, Timestamp) throws -> Result
    ) throws -> Result {
        let now = clock()
        return try database.change(id, at: now) { session in
            let result = try body(&session, now)
            session.refresh(at: now)
            return result
        }
    }
}
