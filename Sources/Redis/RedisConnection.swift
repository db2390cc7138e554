internal import BlockingIO

/// One connection, whose blocking calls run on a queue of its own.
actor RedisConnection {
    private let executor = QueueExecutor(label: "redis")
    let address: RedisAddress
    private let configuration: RedisConfiguration
    private var context: HiredisContext?

    /// The queue of the connection.
    nonisolated var unownedExecutor: UnownedSerialExecutor {
        executor.asUnownedSerialExecutor()
    }

    private init(_ address: RedisAddress, _ configuration: RedisConfiguration) {
        self.address = address
        self.configuration = configuration
    }

    /// Connects, authenticates, and waits while the server is loading its data.
    static func open(
        _ address: RedisAddress, _ configuration: RedisConfiguration, telling teller: WaitTeller
    ) async throws -> RedisConnection {
        let connection = RedisConnection(address, configuration)
        do {
            try await connection.connect()
            return connection
        } catch {
            guard error.code == .loading else {
                throw ExchangeFailure(stage: .notSent, error: error)
            }
        }
        guard configuration.loadingTimeout > .zero else { return connection }
        teller.begin()
        defer { teller.end() }
        do {
            try await connection.waitUntilLoaded(telling: teller)
        } catch let error as RedisError {
            throw ExchangeFailure(stage: .notSent, error: error)
        }
        return connection
    }

    private func connect() throws(RedisError) {
        let context = try HiredisContext(address.endpoint, configuration)
        self.context = context
        var hasSpoken = false
        do {
            let greeting = Greeting(for: address)
            try context.send(greeting.commands)
            try greeting.check { () throws(RedisError) in
                let reply = try context.read()
                hasSpoken = true
                return reply
            }
        } catch  where error.code == .connectionLost && !hasSpoken {
            throw context.lastWords().map { .server($0) } ?? .hungUp(address.endpoint)
        }
    }

    /// Asks how far the server has come, until it has loaded its data.
    private func waitUntilLoaded(telling teller: WaitTeller) async throws {
        var deadline = ContinuousClock.now + configuration.loadingTimeout
        var furthest = 0.0
        var pause = Duration.milliseconds(20)
        while let progress = try progress() {
            teller.report(progress)
            if let fraction = progress.fraction, fraction > furthest {
                furthest = fraction
                deadline = ContinuousClock.now + configuration.loadingTimeout
            }
            guard ContinuousClock.now + pause < deadline else { throw RedisError.loading }
            try await Task.sleep(for: pause)
            pause = min(pause * 2, .milliseconds(250))
        }
    }

    /// How far the server has come with loading its data; nil when it has.
    private func progress() throws(RedisError) -> LoadingProgress? {
        guard let context else { return nil }
        try context.send([RedisCommand("INFO", ["persistence"]), RedisCommand("PING")])
        let information = try context.read()
        guard case .error(let text) = try context.read(), RedisError.server(text).code == .loading
        else { return nil }
        // Not every user may ask for it.
        guard case .bytes(let bytes) = information else { return LoadingProgress() }
        return LoadingProgress(ServerInformation(String(decoding: bytes, as: UTF8.self)))
    }

    /// Sends commands in one write and reads their replies in order.
    func exchange(_ commands: [RedisCommand]) throws(ExchangeFailure) -> [RedisReply] {
        guard let context, context.isQuiet else {
            throw ExchangeFailure(stage: .foundDead, error: .connectionLost(address.endpoint))
        }
        for command in commands {
            configuration.onSend?(command)
            context.append(command)
        }
        try context.flush()
        var replies: [RedisReply] = []
        for _ in commands {
            do {
                replies.append(try context.read())
            } catch {
                throw ExchangeFailure(stage: .sent, error: error)
            }
        }
        return replies
    }

    /// What arrives without being asked for, or `nil` where nothing does within some time.
    func readIfAny(within time: Duration) throws(RedisError) -> RedisReply? {
        guard let context else { throw .connectionLost(address.endpoint) }
        return context.waits(time) ? try context.read() : nil
    }
}
