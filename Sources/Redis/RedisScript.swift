/// A Lua script that runs inside the server.
package struct RedisScript: Hashable, Sendable {
    /// The name, for errors and traces.
    package let name: String
    /// The source.
    package let source: [UInt8]
    /// The SHA-1 digest of the source, by which the server knows the script.
    package let sha1: String

    /// Names a script and computes its digest.
    package init(name: String, source: [UInt8]) {
        self.name = name
        self.source = source
        self.sha1 = SHA1.hexDigest(of: source)
    }

    /// The command that runs the script by its digest.
    func evalSHA(keys: [RedisKey], arguments: [RedisArgument]) -> RedisCommand {
        RedisCommand("EVALSHA", [RedisArgument(sha1)] + tail(keys, arguments))
    }

    /// The command that runs the script and leaves it in the server's cache.
    func eval(keys: [RedisKey], arguments: [RedisArgument]) -> RedisCommand {
        RedisCommand("EVAL", [RedisArgument(source)] + tail(keys, arguments))
    }

    private func tail(_ keys: [RedisKey], _ arguments: [RedisArgument]) -> [RedisArgument] {
        [RedisArgument(keys.count)] + keys.map { RedisArgument($0) } + arguments
    }
}

extension RedisScript: CustomStringConvertible {
    /// The name.
    package var description: String { "script \(name)" }
}
