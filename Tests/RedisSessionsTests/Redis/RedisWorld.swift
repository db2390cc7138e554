import Chat
import PlatformFoundation
import Redis
import RedisSessions
import TestSupport

/// A server, a store on it, and what the store sends.
struct RedisWorld {
    let server: RedisServer
    let store: RedisSessionStore
    let traffic = TrafficRecorder()

    init(
        appendOnly: Bool = false, parameters: [String] = [], namespace: String? = nil,
        timeToLive: TimeToLive? = nil
    ) async throws {
        server = try await RedisServer(appendOnly: appendOnly, parameters: parameters)
        let pool = RedisPool(server.address, configuration: traffic.configuration())
        store = try RedisSessionStore(pool: pool, namespace: namespace, timeToLive: timeToLive)
    }

    /// Sends a command as another program would, and gives its reply as text.
    func text(_ words: String...) async throws -> String? {
        try await send(words).optionalText()
    }

    /// Sends a command and gives the texts of its reply.
    func texts(_ words: String...) async throws -> [String] {
        try await send(words).array().map { try $0.text() }
    }

    /// Sends a command and gives the number of its reply.
    func number(_ words: String...) async throws -> Int {
        try await send(words).integer()
    }

    /// Writes a message exactly as the original layout's `add_message` does.
    func addMessage(
        _ json: String, at score: String, to id: String, timeToLive: Int? = 3600
    ) async throws {
        try await server.redis("ZADD", "session:\(id):messages", score, json)
        try await server.redis("HINCRBY", "session:\(id):meta", "message_count", "1")
        try await server.redis("HSET", "session:\(id):meta", "last_activity", score)
        guard let timeToLive else { return }
        try await server.redis("EXPIRE", "session:\(id):messages", "\(timeToLive)")
        try await server.redis("EXPIRE", "session:\(id):meta", "\(timeToLive)")
    }

    private func send(_ words: [String]) async throws -> RedisReply {
        let pool = RedisPool(server.address)
        let arguments = words.dropFirst().map { RedisArgument($0) }
        return try await pool.execute(RedisCommand(words[0], arguments))
    }
}

/// A message as a program reads it that knows the original layout only.
struct PlainMessage: Decodable, Equatable {
    let role: String
    let content: String
    let timestamp: Double

    init(_ json: String) throws {
        self = try JSONDecoder().decode(PlainMessage.self, from: Data(json.utf8))
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        role = try fields.decode(String.self, forKey: .role)
        content = try fields.decode(String.self, forKey: .content)
        timestamp = try fields.decode(Double.self, forKey: .timestamp)
    }

    private enum CodingKeys: CodingKey {
        case role, content, timestamp
    }
}

/// An id that is known to be good.
func id(_ text: String) throws -> SessionID {
    guard let id = SessionID(text) else { throw BadID(text: text) }
    return id
}

/// Text that is no id.
private struct BadID: Error {
    let text: String
}
