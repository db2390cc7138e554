/// The commands that a new connection begins with, in one round trip.
struct Greeting {
    /// One command of the greeting and what to make of its reply.
    private enum Step {
        case authenticate, select, information, ping
    }

    private let steps: [(step: Step, command: RedisCommand)]

    /// The greeting for an address.
    init(for address: RedisAddress) {
        var steps: [(Step, RedisCommand)] = []
        if let password = address.password {
            let user = address.user.map { [RedisArgument($0)] } ?? []
            steps.append((.authenticate, RedisCommand("AUTH", user + [RedisArgument(password)])))
        }
        if address.database != 0 {
            steps.append((.select, RedisCommand("SELECT", [RedisArgument(address.database)])))
        }
        steps.append((.information, RedisCommand("INFO", ["server"])))
        steps.append((.ping, RedisCommand("PING")))
        self.steps = steps
    }

    /// The commands in the order to send them.
    var commands: [RedisCommand] { steps.map(\.command) }

    /// Judges the replies as they come.
    ///
    /// A user may lack the permission for `INFO` and `PING` and still work, so only errors that
    /// concern the connection itself are thrown; `loading` is one of them.
    ///
    /// - Parameter next: Gives the next reply.
    /// - Throws: The first error that keeps the connection from being used.
    func check(next: () throws(RedisError) -> RedisReply) throws(RedisError) {
        for (step, _) in steps {
            let reply = try next()
            switch (step, reply) {
            case (.authenticate, _), (.select, _): _ = try reply.orThrow()
            case (.information, .bytes(let bytes)):
                try ServerInformation(String(decoding: bytes, as: UTF8.self)).check()
            case (_, .error(let text)):
                let error = RedisError.server(text)
                guard Self.isHarmless(error) else { throw error }
            default: break
            }
        }
    }

    private static func isHarmless(_ error: RedisError) -> Bool {
        switch error.code {
        case .noPermission: error.serverCode == "NOPERM"
        case .cannotSave: true
        default: error.serverText?.hasPrefix("ERR unknown command") == true
        }
    }
}
