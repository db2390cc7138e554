public import Chat
package import Redis

/// Sessions in a Redis server, shared with every program that knows the layout.
///
/// A session is a sorted set of messages in JSON and a hash of metadata, as redis-py and
/// `json.loads` read them. Programs that write the same keys without this library are welcome:
/// what they wrote is read, continued and listed.
///
/// Every change of a session is one script and one round trip. A change whose reply was lost with
/// the connection is repeated and has one effect.
///
/// ```swift
/// let store = try await RedisSessionStore(connectingTo: "redis://localhost:6379")
/// let session = try await store.create(name: "Python", systemPrompt: "You are a tutor.")
/// try await store.append([.user("Hello")], to: session.id, operation: .random())
/// for message in try await store.history(of: session.id, .all).messages {
///     print(message.number, message.message?.content ?? "unreadable")
/// }
/// ```
public struct RedisSessionStore: SessionStore {
    let pool: RedisPool
    let keys: SessionKeys
    let lists: SessionLists
    let clock = ServerClock()
    let timeToLive: TimeToLive?
    let owner: TurnOwner
    let isAlive: @Sendable (TurnOwner) -> Bool

    /// Connects to a server.
    ///
    /// - Parameters:
    ///   - url: Where it is: `redis://user:password@host:6379/0` or `unix:///path/of/socket`.
    ///   - namespace: Stands in front of every key, to keep the sessions of several users apart.
    ///   - timeToLive: How long new sessions outlive their last use, unless they are set to
    ///     something else. With `nil` and with ``TimeToLive/forever`` they stay until somebody
    ///     deletes them.
    /// - Throws: A ``ChatFailure`` if the server cannot be reached or used.
    public init(
        connectingTo url: String, namespace: String? = nil, timeToLive: TimeToLive? = nil
    ) async throws {
        let pool = RedisPool(try RedisAddress(url: url))
        try self.init(pool: pool, namespace: namespace, timeToLive: timeToLive)
        try await connect()
    }

    /// Makes a store that connects when it is first used.
    ///
    /// - Parameters:
    ///   - pool: The connections.
    ///   - namespace: Stands in front of every key.
    ///   - timeToLive: How long new sessions outlive their last use.
    ///   - owner: The program that turns are noted under.
    ///   - isAlive: Tells whether a program of this machine still runs.
    /// - Throws: An error for a namespace that may not become part of a key.
    package init(
        pool: RedisPool, namespace: String? = nil, timeToLive: TimeToLive? = nil,
        owner: TurnOwner = .current,
        isAlive: @escaping @Sendable (TurnOwner) -> Bool = ProcessTable.isAlive
    ) throws(RedisSessionsError) {
        self.pool = pool
        keys = try SessionKeys(namespace: namespace)
        lists = SessionLists(keys: keys)
        self.timeToLive = timeToLive
        self.owner = owner
        self.isAlive = isAlive
    }

    /// Connects, and reads the server's clock.
    package func connect() async throws {
        let time = try await pool.execute(RedisCommand("TIME")).array()
        guard time.count == 2 else { throw RedisSessionsError.unexpectedReply("time") }
        let microseconds = try time[0].integer() * 1_000_000 + time[1].integer()
        clock.learn(from: Timestamp(microseconds: Int64(microseconds)))
    }

    /// Closes the connections.
    public func close() async {
        await pool.close()
    }

    /// Runs a script on a session and turns the answers that all scripts share into errors.
    ///
    /// - Parameters:
    ///   - script: The script; it may be executed twice.
    ///   - id: The session, whose keys come first.
    ///   - more: Further keys.
    ///   - arguments: The other arguments.
    ///   - also: Commands for the lists, in the same round trip.
    /// - Returns: An answer that only this script gives.
    /// - Throws: A ``ChatFailure``.
    func run(
        _ script: RedisScript, on id: SessionID, _ more: [RedisKey] = [],
        _ arguments: [RedisArgument] = [], also: [RedisCommand] = []
    ) async throws -> ScriptAnswer {
        let reply = try await pool.run(
            script, keys: keys.all(id) + more, arguments: arguments, also: also, retrySafe: true)
        let answer = try ScriptAnswer(reply, of: script)
        switch answer.status {
        case "gone":
            // The lists have just been told of a session that is not there.
            if !also.isEmpty { _ = try? await pool.pipeline(lists.forget(id)) }
            throw ChatError.sessionNotFound(id)
        case "vanished":
            if !also.isEmpty { _ = try? await pool.pipeline(lists.forget(id)) }
            throw RedisSessionsError.lostArrivals(id)
        case "badscore": throw RedisSessionsError.badScore(id)
        case "lost": throw ChatError.turnLost
        case "gap": throw ChatError.draftOutOfStep
        default: return answer
        }
    }
}
