import Chat
import ChatConfiguration
import Ollama
import PrivateRedis
import REPL
import Redis
import RedisSessions

/// The store and the model server where they run already; nothing is started, and nothing is
/// waited for.
struct RunningServers: Sendable {
    /// Where the store is, or would be; `nil` where that is not known.
    let address: RedisAddress?
    /// The model server.
    let server: OllamaClient
    private let pool: RedisPool
    private let namespace: String?

    /// Finds the servers.
    ///
    /// - Throws: An error for an address that is none.
    init(_ configuration: Configuration) throws {
        let address = try RedisAddress(configuration) ?? Self.privateAddress
        self.address = address
        var limits = RedisConfiguration()
        limits.connectTimeout = Promptly.limit
        limits.replyTimeout = Promptly.limit
        limits.loadingTimeout = .zero
        pool = RedisPool(limits) {
            guard let address else { throw CancellationError() }
            return address
        }
        namespace = configuration.text(.storeNamespace)
        server = try OllamaClient(configuration)
    }

    /// What completion may look at.
    var completion: CompletionContext? {
        guard let store = try? RedisSessionStore(pool: pool, namespace: namespace) else {
            return nil
        }
        return CompletionContext(store: store, server: server)
    }

    /// What the store is: `Redis 7.0.15`; `nil` where it does not answer.
    func storeVersion() async -> String? {
        await Promptly.result { [pool] in try? await pool.serverName() }
    }

    /// The version of the model server; `nil` where it does not answer.
    func modelServerVersion() async -> String? {
        await Promptly.result { [server] in try? await server.version() }
    }

    private static var privateAddress: RedisAddress? {
        let directory = try? PrivateRedisDirectory(environment: ProcessEnvironment.variables)
        return directory.map { RedisAddress(unixSocket: $0.socketPath) }
    }
}
