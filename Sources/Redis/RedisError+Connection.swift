extension RedisError {
    /// The URL cannot be understood; the URL itself is not shown, as it may hold a password.
    package static func badURL(_ reason: String, hint: String? = nil) -> RedisError {
        RedisError(
            .badURL, "The Redis URL \(reason).",
            hint: hint
                ?? "Write redis://[user:password@]host[:port][/database] or unix:///path?db=n.")
    }

    /// Nobody listens at the endpoint.
    static func refused(_ endpoint: RedisAddress.Endpoint) -> RedisError {
        RedisError(
            .refused, "Redis at \(endpoint) refused the connection.",
            hint: "Start the server, or check the address.")
    }

    /// The name of the host is unknown.
    static func hostNotFound(_ host: String) -> RedisError {
        RedisError(
            .hostNotFound, "The Redis host \(host) was not found.",
            hint: "Check how it is spelled, and whether the network is there.")
    }

    /// The unix socket is not there.
    static func noSuchSocket(_ endpoint: RedisAddress.Endpoint) -> RedisError {
        RedisError(
            .noSuchSocket, "There is no Redis socket \(endpoint).",
            hint: "Start the server, or check the path.")
    }

    /// The operating system does not let us connect.
    static func accessDenied(_ endpoint: RedisAddress.Endpoint) -> RedisError {
        RedisError(
            .accessDenied, "The system does not allow a connection to Redis at \(endpoint).",
            hint: "Check the permissions of the socket and its folder, or the firewall.")
    }

    /// The network does not reach the host, or anything else kept the connection from opening.
    static func unreachable(_ endpoint: RedisAddress.Endpoint) -> RedisError {
        RedisError(
            .unreachable, "Redis at \(endpoint) cannot be reached.",
            hint: "Check the address and the network.")
    }

    /// The server did not answer in time.
    static func timeout(_ endpoint: RedisAddress.Endpoint, after limit: Duration) -> RedisError {
        RedisError(
            .timeout, "Redis at \(endpoint) did not answer within \(limit.formattedSeconds).",
            hint: "Try again; if that does not help, check the address and what the server does.")
    }

    /// The connection ended.
    static func connectionLost(_ endpoint: RedisAddress.Endpoint) -> RedisError {
        RedisError(
            .connectionLost, "The connection to Redis at \(endpoint) was lost.",
            hint: "It is opened again with the next command.")
    }

    /// What answers ended the connection before it had said anything.
    static func hungUp(_ endpoint: RedisAddress.Endpoint) -> RedisError {
        RedisError(
            .hungUp, "What answers at \(endpoint) hung up at once.",
            hint: "Check that it is a Redis server, and one that does not want TLS.")
    }

    /// The connection ended after a change was sent and before its reply came.
    package static let fateUnknown = RedisError(
        .fateUnknown,
        "The connection to Redis was lost before the reply came, "
            + "so it is not known whether the last change was made.",
        hint: "Look before you repeat it.", mayHaveRun: true)

    /// What arrived is not the protocol of Redis.
    static func protocolViolation(_ endpoint: RedisAddress.Endpoint) -> RedisError {
        RedisError(
            .protocolViolation, "What answers at \(endpoint) does not speak the Redis protocol.",
            hint: "Check the address; another program may listen there, or TLS be wanted.")
    }

    /// The pool was closed.
    package static let closed = RedisError(.closed, "The connections to Redis are closed.")
}

extension Duration {
    /// The duration as a person writes it, such as `10 s` or `0.25 s`.
    fileprivate var formattedSeconds: String {
        let seconds = self / .seconds(1)
        let whole = seconds.rounded()
        return seconds == whole ? "\(Int(whole)) s" : "\(seconds) s"
    }
}
