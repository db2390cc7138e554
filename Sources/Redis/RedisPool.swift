/// The connections to one Redis server.
///
/// A call takes an idle connection, opens one while there are fewer than
/// ``RedisConfiguration/poolSize``, or waits in line; background work never stands in the way of
/// the prompt. ``RetryRule`` tells when a call is sent again after a lost connection. A call that
/// has its connection runs to its end or its timeout; a cancelled task gets no connection any
/// more.
package actor RedisPool {
    private let configuration: RedisConfiguration
    private let address: @Sendable () async throws -> RedisAddress
    private let line: WaitingLine
    private let teller: WaitTeller
    private var idle: [RedisConnection] = []
    private var hasAnswered = false
    private var isClosed = false

    /// Makes a pool that learns the address when it needs it.
    ///
    /// - Parameters:
    ///   - configuration: Timeouts and sizes.
    ///   - address: Asked before each connection is opened, the first and those after a lost one,
    ///     so that a private server may be started at its first use. Several calls may ask at the
    ///     same time.
    package init(
        _ configuration: RedisConfiguration = .init(),
        address: @escaping @Sendable () async throws -> RedisAddress
    ) {
        self.configuration = configuration
        self.address = address
        line = WaitingLine(places: max(1, configuration.poolSize))
        teller = WaitTeller(configuration.onWait ?? { _ in })
    }

    /// Makes a pool for a known address.
    package init(_ address: RedisAddress, configuration: RedisConfiguration = .init()) {
        self.init(configuration) { address }
    }

    /// Sends one command and waits for its reply.
    ///
    /// - Throws: A ``RedisError``, also for an error reply; `CancellationError`; or what the
    ///   closure that gives the address throws.
    package func execute(_ command: RedisCommand) async throws -> RedisReply {
        let replies = try await exchange([command], isRepeatable: command.isReadOnly)
        return try replies[0].orThrow()
    }

    /// Sends commands at once and waits for their replies, which come in the same order.
    ///
    /// - Parameters:
    ///   - commands: What to send.
    ///   - atomically: Whether to wrap them in `MULTI` and `EXEC`, in the same round trip. An
    ///     error that keeps the transaction from being executed is thrown.
    /// - Returns: One reply for each command; error replies are values.
    /// - Throws: As ``execute(_:)``.
    package func pipeline(_ commands: [RedisCommand], atomically: Bool = false) async throws
        -> [RedisReply]
    {
        guard !commands.isEmpty else { return [] }
        let isRepeatable = commands.allSatisfy(\.isReadOnly)
        guard atomically else { return try await exchange(commands, isRepeatable: isRepeatable) }
        let replies = try await exchange(
            [RedisCommand("MULTI")] + commands + [RedisCommand("EXEC")], isRepeatable: isRepeatable)
        for reply in replies { _ = try reply.orThrow() }
        return try replies[replies.count - 1].array()
    }

    /// Runs a script by its digest, or by its source where the server does not know it yet.
    ///
    /// - Parameters:
    ///   - script: The script.
    ///   - keys: All keys that it touches.
    ///   - arguments: Its other arguments.
    ///   - also: Commands in the same round trip behind the script. They must bear being made
    ///     twice, as they are sent again with the source or after a lost connection; their error
    ///     replies are ignored.
    ///   - retrySafe: Whether the script, too, may be executed twice. If not, a connection that is
    ///     lost after sending is ``RedisError/fateUnknown``.
    /// - Returns: The reply of the script.
    /// - Throws: As ``execute(_:)``, also for an error reply of the script.
    package func run(
        _ script: RedisScript, keys: [RedisKey], arguments: [RedisArgument],
        also: [RedisCommand] = [], retrySafe: Bool = false
    ) async throws -> RedisReply {
        let byDigest = script.evalSHA(keys: keys, arguments: arguments)
        let reply = try await exchange([byDigest] + also, isRepeatable: retrySafe)[0]
        guard case .error(let text) = reply, text.hasPrefix("NOSCRIPT") else {
            return try reply.orThrow()
        }
        let bySource = script.eval(keys: keys, arguments: arguments)
        return try await exchange([bySource] + also, isRepeatable: retrySafe)[0].orThrow()
    }

    /// Closes the idle connections at once and the others when their calls have ended.
    package func close() async {
        isClosed = true
        line.close()
        idle = []
    }

    private func exchange(_ commands: [RedisCommand], isRepeatable: Bool) async throws
        -> [RedisReply]
    {
        try await line.enter()
        defer { line.leave() }
        var rule = RetryRule(
            isRepeatable: isRepeatable, patience: hasAnswered ? configuration.absenceTimeout : .zero
        )
        while true {
            do {
                let connection = try await connection()
                let replies = try await connection.exchange(commands)
                hasAnswered = true
                if !isClosed { idle.append(connection) }
                return replies
            } catch let failure as ExchangeFailure {
                let pause = try pause(after: failure, &rule)
                if pause > .zero { try await Task.sleep(for: pause) }
            }
        }
    }

    private func pause(after failure: ExchangeFailure, _ rule: inout RetryRule) throws(RedisError)
        -> Duration
    {
        do {
            return try rule.check(failure)
        } catch {
            // Who was away for so long is not waited for again before it has answered.
            if error.isGone { hasAnswered = false }
            throw error
        }
    }

    private func connection() async throws -> RedisConnection {
        if let connection = idle.popLast() { return connection }
        return try await open()
    }

    /// Opens one more connection.
    func open() async throws -> RedisConnection {
        try await RedisConnection.open(try await address(), configuration, telling: teller)
    }
}
