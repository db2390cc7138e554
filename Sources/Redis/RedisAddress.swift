/// Where a Redis server is, and as whom to talk to it.
package struct RedisAddress: Hashable, Sendable {
    /// The place of a server.
    package enum Endpoint: Hashable, Sendable {
        /// A host name or address, and a TCP port.
        case host(String, port: Int)
        /// The path of a unix socket.
        case unixSocket(path: String)
    }

    /// The place of the server.
    package var endpoint: Endpoint
    /// The user, or nil for the default user.
    package var user: String?
    /// The password, or nil where none is wanted.
    package var password: String?
    /// The number of the database.
    package var database: Int

    /// A server on this machine, without a password.
    ///
    /// - Parameter path: The path of its unix socket.
    package init(unixSocket path: String) {
        self.init(endpoint: .unixSocket(path: path))
    }

    init(endpoint: Endpoint, user: String? = nil, password: String? = nil, database: Int = 0) {
        self.endpoint = endpoint
        self.user = user
        self.password = password
        self.database = database
    }
}

extension RedisAddress.Endpoint: CustomStringConvertible {
    /// `host:port`, or the path of the socket.
    package var description: String {
        switch self {
        case .host(let host, let port): "\(host.contains(":") ? "[\(host)]" : host):\(port)"
        case .unixSocket(let path): path
        }
    }
}

extension RedisAddress: CustomStringConvertible {
    /// The address as a URL with the password hidden.
    package var description: String {
        let secret = password == nil ? "" : "\(user ?? ""):***@"
        return switch endpoint {
        case .host: "redis://\(secret)\(endpoint)" + (database == 0 ? "" : "/\(database)")
        case .unixSocket: "unix://\(secret)\(endpoint)" + (database == 0 ? "" : "?db=\(database)")
        }
    }
}

extension RedisAddress: CustomReflectable {
    /// Hides the password from `dump` and from the messages of failed tests.
    package var customMirror: Mirror {
        Mirror(self, children: ["url": description])
    }
}
