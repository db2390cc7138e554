extension RedisAddress {
    /// Reads an address from a URL.
    ///
    /// `redis://[user:password@]host[:port][/database]`, with 6379 and 0 where nothing is said,
    /// or `unix://[user:password@]/path`; both take the database as `?db=n`, too. `%XX` stands
    /// for a byte, and an IPv6 address is in brackets.
    ///
    /// - Parameter url: The URL.
    /// - Throws: A ``RedisError`` that does not repeat the URL, which may hold a password.
    package init(url: String) throws(RedisError) {
        guard let separator = url.firstRange(of: "://") else {
            throw .badURL("has no scheme such as redis://")
        }
        let (rest, query) = URLText.split(url[separator.upperBound...], at: "?")
        switch url[..<separator.lowerBound].lowercased() {
        case "redis": try self.init(network: rest)
        case "unix": try self.init(socket: rest)
        case "rediss":
            throw .badURL(
                "asks for TLS, which is not supported",
                hint: "Use redis:// through a tunnel, such as ssh -L or stunnel.")
        default: throw .badURL("begins with an unknown scheme")
        }
        if let query { try apply(query: query) }
    }

    private init(network text: Substring) throws(RedisError) {
        let (authority, path) = URLText.split(text, at: "/")
        let (credentials, place) = URLText.splitCredentials(authority)
        self.init(endpoint: try Self.endpoint(place))
        try apply(credentials: credentials)
        if let path, !path.isEmpty { database = try Self.database(path) }
    }

    private init(socket text: Substring) throws(RedisError) {
        let (authority, path) = URLText.split(text, at: "/")
        let (credentials, host) = URLText.splitCredentials(authority)
        guard let path, !path.isEmpty, host.isEmpty else {
            throw .badURL("has no absolute path behind unix://")
        }
        self.init(unixSocket: "/" + (try URLText.decoded(path)))
        try apply(credentials: credentials)
    }

    private static func endpoint(_ text: Substring) throws(RedisError) -> Endpoint {
        if text.first == "[" {
            let (host, rest) = URLText.split(text.dropFirst(), at: "]")
            guard let rest, !host.isEmpty else { throw .badURL("has an unfinished IPv6 address") }
            guard rest.isEmpty || rest.first == ":" else {
                throw .badURL("has something else than a port behind its IPv6 address")
            }
            return .host(try URLText.decoded(host), port: try port(rest.dropFirst()))
        }
        let (host, number) = URLText.split(text, at: ":")
        let name = host.isEmpty ? "localhost" : try URLText.decoded(host)
        return .host(name, port: try port(number ?? ""))
    }

    private static func port(_ text: Substring) throws(RedisError) -> Int {
        if text.isEmpty { return 6379 }
        guard let port = URLText.number(text), (1...65535).contains(port) else {
            throw .badURL("has a port that is not a number from 1 to 65535")
        }
        return port
    }

    private static func database(_ text: Substring) throws(RedisError) -> Int {
        guard let number = URLText.number(text) else {
            throw .badURL("has a database that is not a number")
        }
        return number
    }

    private mutating func apply(credentials: Substring?) throws(RedisError) {
        guard let credentials else { return }
        let (name, secret) = URLText.split(credentials, at: ":")
        guard let secret else {
            throw .badURL(
                "has a user without a password",
                hint: "Write redis://:password@host for a password alone.")
        }
        user = name.isEmpty ? nil : try URLText.decoded(name)
        password = secret.isEmpty ? nil : try URLText.decoded(secret)
    }

    private mutating func apply(query: Substring) throws(RedisError) {
        for pair in query.split(separator: "&") {
            let (name, value) = URLText.split(pair, at: "=")
            guard name == "db", let value else {
                throw .badURL("has a parameter other than db=n")
            }
            database = try Self.database(value)
        }
    }
}
