/// What can go wrong between this program and a Redis server.
package struct RedisError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What happened, for programs.
    package enum Code: Hashable, Sendable {
        /// The URL cannot be understood.
        case badURL
        /// Nobody listens there.
        case refused
        /// The name of the host is unknown.
        case hostNotFound
        /// The unix socket is not there.
        case noSuchSocket
        /// The operating system does not let us connect.
        case accessDenied
        /// The network does not reach the host.
        case unreachable
        /// The server did not answer in time.
        case timeout
        /// `NOAUTH`: the server wants a password.
        case passwordRequired
        /// `WRONGPASS`: the user or the password is wrong.
        case wrongPassword
        /// `NOPERM`: the user may not do this.
        case noPermission
        /// `OOM`: the memory of the server is full.
        case outOfMemory
        /// `READONLY`: the server is a replica.
        case readOnlyServer
        /// `LOADING`: the server is still reading its data from disk.
        case loading
        /// `MISCONF`: the server cannot save to disk.
        case cannotSave
        /// `WRONGTYPE`: a key holds another kind of data than the command is for.
        case wrongType
        /// The server belongs to a cluster.
        case cluster
        /// The server is a sentinel.
        case sentinel
        /// The server is older than Redis 7.0.
        case tooOld
        /// What arrived is not the protocol of Redis.
        case protocolViolation
        /// What answers there ended the connection before it had said anything.
        case hungUp
        /// The connection ended.
        case connectionLost
        /// The connection ended after a change was sent and before its reply came.
        case fateUnknown
        /// The reply is of another kind than the command gives.
        case unexpectedReply
        /// The pool was closed.
        case closed
        /// Any other error reply; `serverCode` tells which.
        case server
    }

    /// What happened, for programs.
    package let code: Code
    /// A whole sentence that says what failed.
    package let description: String
    /// A sentence that says what to do next, where something can be done.
    package let hint: String?
    /// The server's own words when it answered with an error, without arguments.
    package let serverText: String?
    /// Whether the server may have executed what was sent, although no reply came.
    package internal(set) var mayHaveRun: Bool

    init(
        _ code: Code, _ description: String, hint: String? = nil, serverText: String? = nil,
        mayHaveRun: Bool = false
    ) {
        self.code = code
        self.description = description
        self.hint = hint
        self.serverText = serverText
        self.mayHaveRun = mayHaveRun
    }

    /// The first word of the server's error reply, such as `WRONGTYPE` or a script's own.
    package var serverCode: String? {
        serverText.map { String($0.prefix { $0 != " " }) }
    }
}
