internal import BlockingIO

/// One connection, whose blocking calls run on a queue of its own.
actor RedisConnection {
    private let executor = QueueExecutor(label: "redis")
    private let address: RedisAddress
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
    static func open(_ address: RedisAddress, _ configuration: RedisConfiguration) async throws
        -> RedisConnection
    {
        let connection = RedisConnection(address, configuration)
        let deadline = ContinuousClock.now + configuration.loadingTimeout
        var pause = Duration.milliseconds(20)
        while true {
            do {
                try await connection.connect()
                return connection
            } catch {
                guard error.code == .loading, ContinuousClock.now + pause < deadline else {
                    throw ExchangeFailure(stage: .notSent, error: error)
                }
            }
            try await Task.sleep(for: pause)
            pause = min(pause * 2, .seconds(1))
        }
    }

    private func connect() throws(RedisError) {
        let context = try HiredisContext(address.endpoint, configuration)
        var hasSpoken = false
        do {
            let greeting = Greeting(for: address)
            try context.send(greeting.commands)
            try greeting.check { () throws(RedisError) in
                let reply = try context.read()
                hasSpoken = true
                return reply
            }
        } catch where error.code == .connectionLost && !hasSpoken {
            throw context.lastWords().map { .server($0) } ?? .hungUp(address.endpoint)
        }
        self.context = context
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
}
