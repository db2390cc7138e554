internal import Redis

/// Asks at an address whether a Redis server is there, and tells it to go.
struct ServerDoor {
    /// The address.
    let address: RedisAddress
    private let patience: Duration

    /// Describes a door.
    ///
    /// - Parameters:
    ///   - address: The address.
    ///   - patience: How long to wait for a connection, and as long again for a reply.
    init(address: RedisAddress, patience: Duration = .seconds(1)) {
        self.address = address
        self.patience = patience
    }

    /// Whether a server answers to `PING`, be it with an error: one that is loading its data, or
    /// wants a password, is there.
    func isAnswered() async -> Bool {
        do {
            try await send("PING")
            return true
        } catch let error as RedisError {
            return !Self.meansNobody(error.code)
        } catch {
            return false
        }
    }

    /// Tells the server to store what it has, and to end.
    ///
    /// - Returns: Whether it obeys. Redis does, also while it is loading its data.
    func shutDown() async -> Bool {
        do {
            try await send("SHUTDOWN")
            return true
        } catch let error as RedisError {
            // A server that obeys ends without a reply.
            return [.fateUnknown, .connectionLost].contains(error.code)
        } catch {
            return false
        }
    }

    private func send(_ command: String) async throws {
        var configuration = RedisConfiguration()
        configuration.connectTimeout = patience
        configuration.replyTimeout = patience
        configuration.loadingTimeout = .zero
        configuration.poolSize = 1
        let pool = RedisPool(address, configuration: configuration)
        do {
            _ = try await pool.execute(RedisCommand(command))
        } catch {
            await pool.close()
            throw error
        }
        await pool.close()
    }

    private static func meansNobody(_ code: RedisError.Code) -> Bool {
        switch code {
        case .refused, .noSuchSocket, .hostNotFound, .accessDenied, .unreachable, .timeout,
            .connectionLost, .hungUp, .protocolViolation:
            true
        default: false
        }
    }
}
