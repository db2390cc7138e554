extension RedisError {
    /// The error for an error reply of the server.
    ///
    /// - Parameter text: The reply, which begins with a code such as `WRONGTYPE`.
    /// - Returns: A sentence of ours for a known code, and the server's own words otherwise.
    package static func server(_ text: String) -> RedisError {
        let words = withoutArguments(text)
        if let known = known.first(where: { words.hasPrefix($0.prefix) }) {
            return RedisError(known.code, known.sentence, hint: known.hint, serverText: words)
        }
        let sentence = "Redis answered with an error: \(words)\(words.hasSuffix(".") ? "" : ".")"
        return RedisError(.server, sentence, serverText: words)
    }

    /// The reply is of another kind than the command gives.
    package static func unexpectedReply(_ reply: RedisReply, expected: String) -> RedisError {
        RedisError(
            .unexpectedReply, "Redis answered with \(reply) where \(expected) was expected.",
            hint: "Another program may have stored something else under the same key.")
    }

    /// The server is older than Redis 7.0.
    static func tooOld(version: String) -> RedisError {
        RedisError(
            .tooOld, "The server runs Redis \(version), which is too old.",
            hint: "Use Redis 7.0 or later, or Valkey.")
    }

    /// The server is still loading its data.
    static let loading = RedisError.server("LOADING Redis is loading the dataset in memory")

    /// The server belongs to a cluster.
    static let cluster = RedisError(
        .cluster, "The server belongs to a Redis Cluster, which is not supported.",
        hint: "Use a server of its own.")

    /// The server is a sentinel.
    static let sentinel = RedisError(
        .sentinel, "The server is a Redis Sentinel, which keeps no data.",
        hint: "Use the address of the server that it watches.")

    /// The reply to an unknown command quotes its arguments behind these words.
    private static func withoutArguments(_ text: String) -> String {
        guard let quote = text.firstRange(of: ", with args beginning with:") else { return text }
        return String(text[..<quote.lowerBound])
    }

    private static let notAllowed = "The Redis user is not allowed to do this."
    private static let askForAccess =
        "Ask for access to the keys and commands, or use another user."

    private static let known: [(prefix: String, code: Code, sentence: String, hint: String)] = [
        (
            "NOAUTH", .passwordRequired, "Redis wants a password.",
            "Put it into the URL: redis://:password@host or redis://user:password@host."
        ),
        (
            "WRONGPASS", .wrongPassword, "Redis did not accept the user or the password.",
            "Check the URL; characters such as @ and / are written %40 and %2F there."
        ),
        ("NOPERM", .noPermission, notAllowed, askForAccess),
        ("ERR The user executing the script can't", .noPermission, notAllowed, askForAccess),
        (
            "OOM", .outOfMemory, "The memory of the Redis server is full.",
            "Raise maxmemory, or delete what is no longer needed."
        ),
        (
            "READONLY", .readOnlyServer, "The Redis server is a replica that takes no changes.",
            "Use the address of the primary server."
        ),
        (
            "LOADING", .loading, "The Redis server is still loading its data.",
            "Try again in a moment."
        ),
        (
            "MISCONF", .cannotSave,
            "The Redis server cannot save to its disk and takes no changes.",
            "Look at the server's log; the disk may be full or not writable."
        ),
        (
            "WRONGTYPE", .wrongType, "A key of a session holds another kind of data.",
            "Another program uses the same names; use another database, such as redis://host/1."
        ),
        ("MOVED", .cluster, cluster.description, cluster.hint ?? ""),
        ("ASK ", .cluster, cluster.description, cluster.hint ?? ""),
        ("CROSSSLOT", .cluster, cluster.description, cluster.hint ?? ""),
        ("CLUSTERDOWN", .cluster, cluster.description, cluster.hint ?? ""),
        (
            "DENIED", .noPermission,
            "The Redis server runs in protected mode and takes only local connections.",
            "Set a password on the server, or connect from the same machine."
        ),
        (
            "BUSY ", .server, "The Redis server is busy with a script.",
            "Try again in a moment."
        ),
        (
            "ERR max number of clients", .server, "The Redis server has too many clients.",
            "Try again when another program has left, or raise maxclients."
        ),
        (
            "ERR AUTH <password> called without any password", .wrongPassword,
            "The Redis server has no password, and the URL names one.",
            "Take the password out of the URL."
        ),
        (
            "ERR DB index is out of range", .server,
            "The Redis server has no database with the number in the URL.",
            "Use a smaller number; most servers have the databases 0 to 15."
        ),
        (
            "MASTERDOWN", .readOnlyServer,
            "The Redis server is a replica that has lost its primary.",
            "Use the address of the primary server."
        ),
        (
            "NOREPLICAS", .server, "The Redis server takes no changes while it lacks replicas.",
            "Wait until they are back, or change min-replicas-to-write."
        ),
    ]
}
