import Chat
import Redis

/// What a script answers: a word, then what belongs to it.
struct ScriptAnswer {
    /// The word, such as `appended`.
    let status: String
    private let fields: [RedisReply]
    private let script: String

    init(_ reply: RedisReply, of script: RedisScript) throws {
        self.script = script.name
        let all = try reply.array()
        guard let first = all.first else {
            throw RedisSessionsError.unexpectedReply(script.name)
        }
        status = try first.text()
        fields = Array(all.dropFirst())
    }

    /// A field behind the word, counted from 0.
    subscript(index: Int) -> RedisReply {
        get throws {
            guard fields.indices.contains(index) else {
                throw RedisSessionsError.unexpectedReply(script)
            }
            return fields[index]
        }
    }

    /// A whole number.
    func integer(_ index: Int) throws -> Int { try self[index].integer() }

    /// A stamp in microseconds.
    func timestamp(_ index: Int) throws -> Timestamp {
        Timestamp(microseconds: Int64(try integer(index)))
    }

    /// A stamp in microseconds, or `nil` where the script had none to give.
    func optionalTimestamp(_ index: Int) throws -> Timestamp? {
        let microseconds = try integer(index)
        return microseconds < 0 ? nil : Timestamp(microseconds: Int64(microseconds))
    }
}
