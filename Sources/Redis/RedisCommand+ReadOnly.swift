extension RedisCommand {
    /// Whether the command changes nothing, so that it may be sent twice.
    package var isReadOnly: Bool {
        Self.readOnlyNames.contains(name.uppercased())
    }

    private static let readOnlyNames: Set<String> = [
        "DBSIZE", "DUMP", "ECHO", "EVALSHA_RO", "EVAL_RO", "EXISTS", "EXPIRETIME", "GET",
        "GETRANGE", "HEXISTS", "HGET", "HGETALL", "HKEYS", "HLEN", "HMGET", "HSCAN", "HSTRLEN",
        "HVALS", "INFO", "KEYS", "LINDEX", "LLEN", "LPOS", "LRANGE", "MEMORY", "MGET",
        "PEXPIRETIME",
        "PING", "PTTL", "SCAN", "SCARD", "SISMEMBER", "SMEMBERS", "SMISMEMBER", "SSCAN", "STRLEN",
        "TIME",
        "TTL", "TYPE", "ZCARD", "ZCOUNT", "ZLEXCOUNT", "ZMSCORE", "ZRANGE", "ZRANGEBYLEX",
        "ZRANGEBYSCORE", "ZRANK", "ZREVRANGE", "ZREVRANGEBYLEX", "ZREVRANGEBYSCORE", "ZREVRANK",
        "ZSCAN", "ZSCORE",
    ]
}
