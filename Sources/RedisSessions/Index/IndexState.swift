import Chat
import Redis

/// How far a session is indexed, and by what it is seen that it has changed since.
struct IndexState: Hashable, Sendable {
    /// The number of the session in the rows of its messages.
    let number: UInt32
    /// How many messages it had.
    var count = 0
    /// When the newest of them was said.
    var through = Timestamp(microseconds: 0)
    /// Its revision: how often its messages were changed other than by one more.
    var revision = 0

    /// A session of which nothing is indexed yet.
    init(number: UInt32) {
        self.number = number
    }

    /// Reads a state as it is kept; `nil` for a text that is none.
    init?(_ text: String) {
        let fields = text.split(separator: " ").compactMap { Int64($0) }
        guard fields.count == 4, let number = UInt32(exactly: fields[0]) else { return nil }
        self.number = number
        count = Int(fields[1])
        through = Timestamp(microseconds: fields[2])
        revision = Int(fields[3])
    }

    /// The state as it is kept.
    var text: String { "\(number) \(count) \(through.microseconds) \(revision)" }

    /// The score behind that of the newest message: half a microsecond, as scores of other programs
    /// may be finer than ours.
    var end: String { through.text + "5" }
}

/// What tells whether a session has changed since it was indexed.
struct IndexProbe: Hashable, Sendable {
    /// How many replies belong to one.
    static let size = 3

    /// How many messages the session has.
    let count: Int
    /// How many of them are not newer than the newest one that was indexed.
    let countThrough: Int
    /// Its revision.
    let revision: Int

    /// The commands whose replies make a probe.
    static func commands(_ id: SessionID, _ state: IndexState?, _ keys: SessionKeys)
        -> [RedisCommand]
    {
        let messages = RedisArgument(keys.messages(id))
        let end = RedisArgument(state?.end ?? "-inf")
        return [
            RedisCommand("ZCARD", [messages]), RedisCommand("ZCOUNT", [messages, "-inf", end]),
            RedisCommand("HGET", [RedisArgument(keys.meta(id)), "rev"]),
        ]
    }

    /// Reads the replies; a key of another kind holds no messages.
    init(_ replies: some RandomAccessCollection<RedisReply>) {
        let replies = Array(replies)
        count = (try? replies[0].integer()) ?? 0
        countThrough = (try? replies[1].integer()) ?? 0
        let text = (try? replies[2].optionalText()) ?? nil
        revision = text.flatMap { Int($0) } ?? 0
    }

    /// Whether everything that was indexed is there, and nothing else but newer messages.
    func continues(_ state: IndexState) -> Bool {
        countThrough == state.count && revision == state.revision
    }

    /// Whether nothing has changed.
    func equals(_ state: IndexState) -> Bool { continues(state) && count == state.count }
}
