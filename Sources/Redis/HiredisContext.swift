internal import CHiredis

/// One hiredis context; every call blocks.
final class HiredisContext {
    private let context: UnsafeMutablePointer<redisContext>
    private let endpoint: RedisAddress.Endpoint
    private let replyTimeout: Duration

    /// Opens a connection.
    ///
    /// The corresponding C functions are `redisConnectWithTimeout` and
    /// `redisConnectUnixWithTimeout`.
    init(_ endpoint: RedisAddress.Endpoint, _ configuration: RedisConfiguration)
        throws(RedisError)
    {
        let limit = configuration.connectTimeout
        var opened: UnsafeMutablePointer<redisContext>?
        let result =
            switch endpoint {
            case .host(let host, let port):
                chiredis_connect_host(&opened, host, Int32(port), limit.milliseconds)
            case .unixSocket(let path):
                chiredis_connect_socket(&opened, path, limit.milliseconds)
            }
        guard let opened, result.code == REDIS_OK else {
            redisFree(opened)
            throw .opening(endpoint, result, limit: limit)
        }
        chiredis_set_timeout(opened, configuration.replyTimeout.milliseconds)
        context = opened
        replyTimeout = configuration.replyTimeout
        self.endpoint = endpoint
    }

    deinit {
        redisFree(context)
    }

    /// Whether the connection is open and nothing waits to be read on it.
    ///
    /// Between two calls anything readable is the end of the connection or a reply that nobody
    /// asked for, and neither may meet the next command.
    var isQuiet: Bool { chiredis_is_quiet(context) != 0 }

    /// Puts a command behind what is to be sent.
    ///
    /// The corresponding C function is `redisAppendCommandArgv`.
    func append(_ command: RedisCommand) {
        var bytes = Array(command.name.utf8)
        var lengths = [bytes.count]
        for argument in command.arguments {
            bytes += argument.bytes
            lengths.append(argument.bytes.count)
        }
        bytes.append(0)
        bytes.withUnsafeBytes { buffer in
            let base = buffer.assumingMemoryBound(to: CChar.self).baseAddress
            var offset = 0
            var words: [UnsafePointer<CChar>?] = lengths.map { length in
                defer { offset += length }
                return base.map { $0 + offset }
            }
            _ = redisAppendCommandArgv(context, Int32(lengths.count), &words, lengths)
        }
    }

    /// Sends what was appended.
    ///
    /// The corresponding C function is `redisBufferWrite`.
    func flush() throws(ExchangeFailure) {
        var sent: Int32 = 0
        let result = chiredis_flush(context, &sent)
        guard result.code == REDIS_OK else {
            throw ExchangeFailure(
                stage: sent == 0 ? .notSent : .sent,
                error: .using(endpoint, result, limit: replyTimeout))
        }
    }

    /// Sends commands in one write.
    func send(_ commands: [RedisCommand]) throws(RedisError) {
        commands.forEach(append)
        do {
            try flush()
        } catch {
            throw error.error
        }
    }

    /// The error that the server answered with before it hung up on what was to be sent.
    func lastWords() -> String? {
        chiredis_forgive(context)
        guard case .error(let text)? = try? read() else { return nil }
        return text
    }

    /// Waits for the next reply and copies it.
    ///
    /// The corresponding C functions are `redisGetReplyFromReader` and `redisBufferRead`.
    func read() throws(RedisError) -> RedisReply {
        var reply: UnsafeMutablePointer<redisReply>?
        let result = chiredis_read(context, &reply)
        defer { freeReplyObject(reply) }
        guard result.code == REDIS_OK, let reply else {
            throw .using(endpoint, result, limit: replyTimeout)
        }
        guard let copy = Self.copy(reply.pointee, depth: 0) else {
            throw .protocolViolation(endpoint)
        }
        return copy
    }

    /// Whether something can be read, or comes within some time.
    ///
    /// The corresponding C function is `poll`.
    func waits(_ time: Duration) -> Bool {
        chiredis_wait(context, Int32(time.milliseconds)) != 0
    }

    /// hiredis 0.14 reads up to seven levels, hiredis 1 any number; no command of ours needs more.
    private static let maximumDepth = 7

    private static func copy(_ reply: redisReply, depth: Int) -> RedisReply? {
        switch reply.type {
        case REDIS_REPLY_NIL: return .null
        case REDIS_REPLY_INTEGER: return .integer(reply.integer)
        case REDIS_REPLY_STRING: return .bytes(Array(bytes(of: reply)))
        case REDIS_REPLY_STATUS: return .status(String(decoding: bytes(of: reply), as: UTF8.self))
        case REDIS_REPLY_ERROR: return .error(String(decoding: bytes(of: reply), as: UTF8.self))
        case REDIS_REPLY_ARRAY:
            guard depth < maximumDepth else { return nil }
            var replies: [RedisReply] = []
            replies.reserveCapacity(reply.elements)
            for element in UnsafeBufferPointer(start: reply.element, count: reply.elements) {
                guard let element, let value = copy(element.pointee, depth: depth + 1) else {
                    return nil
                }
                replies.append(value)
            }
            return .array(replies)
        default: return nil
        }
    }

    private static func bytes(of reply: redisReply) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: reply.str, count: reply.len)
    }
}

extension Duration {
    /// Whole milliseconds, at least one, because hiredis takes zero for no limit at all.
    fileprivate var milliseconds: Int64 {
        max(1, components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000)
    }
}
