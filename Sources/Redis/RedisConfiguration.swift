/// How a pool talks to its server.
package struct RedisConfiguration: Sendable {
    /// How long opening a connection may take.
    package var connectTimeout: Duration = .seconds(3)
    /// How long the server may be silent before a reply; blocking commands must be shorter.
    package var replyTimeout: Duration = .seconds(10)
    /// How long to wait for a server that is still loading its data and comes no further.
    ///
    /// Without a wait, commands are sent at once; while the server loads, it refuses all but a few.
    package var loadingTimeout: Duration = .seconds(60)
    /// How long a server that has answered before may be away, as in a restart, during a call.
    package var absenceTimeout: Duration = .seconds(1)
    /// How many connections may be open at a time.
    package var poolSize: Int = 4
    /// Told of each command just before it is sent; not of the greeting of a new connection.
    package var onSend: (@Sendable (RedisCommand) -> Void)?
    /// Told, again and again, that calls wait for a server that is loading its data and how far
    /// it has come, and when that is over.
    package var onWait: (@Sendable (RedisWait) -> Void)?

    /// The defaults.
    package init() {}
}
