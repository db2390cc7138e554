import Chat
import Redis
import RedisSessions
import TestSupport

/// A store full of conversations, in the original layout.
struct SearchCorpus {
    /// Frequent, not so frequent and rare words, by their ranks in the vocabulary.
    static let common = [40, 47, 55, 62].map(ChatText.word)
    static let medium = [900, 1_100, 1_300, 1_500].map(ChatText.word)
    static let rare = [40_000, 50_000, 60_000, 70_000].map(ChatText.word)

    let server: RedisServer
    let store: RedisSessionStore
    /// How many sessions there are.
    let sessions: Int

    /// Fills a store.
    static func make(of count: Int) async throws -> SearchCorpus {
        let server = try await RedisServer()
        let pool = RedisPool(server.address)
        let keys = try SessionKeys()
        var text = ChatText(seed: 1)
        var commands: [RedisCommand] = []
        var written = 0
        var sessions = 0
        while written < count {
            guard let id = SessionID("s\(sessions)") else { break }
            let length = min(text.sessionLength(), count - written)
            var members: [RedisArgument] = []
            for number in 0..<length {
                let time = "\(1_600_000_000 + sessions * 1000).\(100_000 + number)"
                let isUser = number.isMultiple(of: 2)
                let content = text.message(median: isUser ? 32 : 90)
                members.append(RedisArgument(time))
                members.append(RedisArgument(Self.member(content, isUser, time)))
            }
            let last = "\(1_600_000_000 + sessions * 1000 + 999)"
            commands.append(RedisCommand("ZADD", [RedisArgument(keys.messages(id))] + members))
            commands.append(
                RedisCommand(
                    "HSET",
                    [
                        RedisArgument(keys.meta(id)), "created_at", RedisArgument(last),
                        "last_activity",
                        RedisArgument(last), "message_count", RedisArgument(length), "name",
                        RedisArgument("session \(sessions)"),
                    ]))
            commands.append(
                RedisCommand(
                    "ZADD",
                    [RedisArgument(keys.activity), RedisArgument(last), RedisArgument(id.text)]))
            written += length
            sessions += 1
            if commands.count > 300 || written >= count {
                _ = try await pool.pipeline(commands)
                commands = []
            }
        }
        return SearchCorpus(
            server: server, store: try RedisSessionStore(pool: pool), sessions: sessions)
    }

    private static func member(_ content: String, _ isUser: Bool, _ time: String) -> String {
        var json = #"{"content": ""#
        for character in content {
            switch character {
            case "\n": json += #"\n"#
            default: json.append(character)
            }
        }
        let role = isUser ? "user" : "assistant"
        return json + #"", "role": "\#(role)", "timestamp": \#(time)}"#
    }
}
