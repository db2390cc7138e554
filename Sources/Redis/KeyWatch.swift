/// What changed in a server.
package enum KeyChange: Hashable, Sendable {
    /// These keys, at about the same time: they were written, or are there no more.
    case keys([String])
    /// All of them, as after `FLUSHALL`.
    case everything
}

/// Tells of the keys with some prefix that change, whoever changes them: `CLIENT TRACKING` in its
/// broadcasting mode, on a connection of its own.
package struct KeyWatch: Sendable {
    /// How long a cancelled task may wait for the end.
    private static let patience = Duration.milliseconds(500)

    private let connection: RedisConnection

    init(_ connection: RedisConnection) {
        self.connection = connection
    }

    /// Waits for the next change.
    ///
    /// - Throws: `CancellationError`, or a ``RedisError`` when the connection is lost; what changed
    ///   since is then unknown.
    package func next() async throws -> KeyChange {
        while true {
            try Task.checkCancellation()
            if let change = try await connection.nextChange(within: Self.patience) {
                return change
            }
        }
    }
}

extension RedisPool {
    /// Begins to watch keys.
    ///
    /// - Parameter prefix: What the keys begin with.
    /// - Returns: The watch; what changes from now on is told.
    /// - Throws: As ``execute(_:)``, also where the user may not do this.
    package func watch(prefix: String) async throws -> KeyWatch {
        do {
            let connection = try await open()
            try await connection.watch(prefix: prefix)
            return KeyWatch(connection)
        } catch let failure as ExchangeFailure {
            throw failure.error
        }
    }
}
