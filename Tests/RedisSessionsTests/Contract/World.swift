import Chat
import Redis
import RedisSessions
import Synchronization
import TestSupport

/// The stores that have to keep the contract.
enum StoreKind: CaseIterable, Sendable {
    case memory, redis, redisUnderNamespace
}

/// One set of sessions, and the programs that work on it.
final class World: Sendable {
    /// The server, where there is one.
    let server: RedisServer?

    private let namespace: String?
    private let memory: MemorySessionStore
    private let timeToLive: TimeToLive?
    private let dead = Mutex<Set<String>>([])
    private let clock = ManualClock()

    init(_ kind: StoreKind, timeToLive: TimeToLive? = nil) async throws {
        server = kind == .memory ? nil : try await RedisServer()
        namespace = kind == .redisUnderNamespace ? "alice" : nil
        memory = MemorySessionStore(timeToLive: timeToLive, clock: clock.now)
        self.timeToLive = timeToLive
    }

    /// The store of a program.
    func program(_ name: String = "first", on machine: String = "desk") throws -> any SessionStore {
        let owner = TurnOwner(run: name, machine: machine, host: machine, process: 1, startedAt: 2)
        let isAlive: @Sendable (TurnOwner) -> Bool = { [self] other in
            !dead.withLock { $0.contains(other.run) }
        }
        guard let server else {
            return MemorySessionStore(sharing: memory, owner: owner, isAlive: isAlive)
        }
        return try RedisSessionStore(
            pool: RedisPool(server.address), namespace: namespace, timeToLive: timeToLive,
            owner: owner, isAlive: isAlive)
    }

    /// Lets a program end without a word.
    func kill(_ name: String) {
        _ = dead.withLock { $0.insert(name) }
    }

    /// Lets the lease of a session run out.
    func outlastLease(of id: SessionID) async throws {
        clock.advance(by: .seconds(11))
        let prefix = namespace.map { "\($0):" } ?? ""
        try await server?.redis("DEL", "\(prefix)session:\(id):lease")
    }
}

/// The clock of this machine, which a test moves on.
private final class ManualClock: Sendable {
    private let offset = Mutex<Int64>(0)

    func advance(by duration: Duration) {
        offset.withLock { $0 += duration.components.seconds * 1_000_000 }
    }

    @Sendable func now() -> Timestamp {
        WallClock.now().advanced(byMicroseconds: offset.withLock { $0 })
    }
}

extension SessionStore {
    /// Begins a turn that must not have to wait.
    func beginNow(
        _ question: String?, in id: SessionID, lastSeen: Timestamp? = nil,
        turn: TurnID = .random()
    ) async throws -> BegunTurn {
        let request = TurnRequest(
            turn: turn, question: question.map { .user($0) }, lastSeen: lastSeen, model: "tiny")
        switch try await begin(request, in: id) {
        case .begun(let turn): return turn
        case .busy(let owner): throw StillBusy(owner: owner)
        }
    }

    /// A session with a question and its answer.
    func createConversation(name: String? = nil) async throws -> History {
        try await create(NewSession(name: name, messages: [.user("Why?"), .assistant("Because.")]))
    }

    /// Appends messages.
    func say(_ messages: [Message], in id: SessionID) async throws {
        _ = try await append(messages, to: id, operation: .random())
    }

    /// What is said in a session, as `role: content`.
    func said(in id: SessionID) async throws -> [String] {
        try await history(of: id, .all).messages.map(\.said)
    }
}

extension StoredMessage {
    /// Role and content.
    var said: String {
        message.map { "\($0.role.rawValue): \($0.content)" } ?? "unreadable"
    }
}

extension ReplyAnswer {
    /// The stored reply, or `nil` where others were faster.
    var reply: StoredMessage? {
        if case .stored(let message) = self { message } else { nil }
    }
}

/// A turn that should have begun.
private struct StillBusy: Error {
    /// Who held the session.
    let owner: TurnOwner
}
