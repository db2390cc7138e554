import ArgumentParser
package import Chat
import Ollama
package import PrivateRedis
import Redis
import RedisSessions
import Terminal

/// The parts of the program, put together.
///
/// The only place that knows all their types.
struct Wiring: Sendable {
    let store: any SessionStore
    let server: OllamaClient
    let output: Output
    /// Whether the store is a private one that has no data yet.
    let isFirstStart: Bool
    /// The store, where it is in Redis.
    private let redisStore: RedisSessionStore?
    private let privateServer: PrivateRedisServer?

    /// Puts the parts together.
    ///
    /// Nothing is connected yet.
    ///
    /// - Parameters:
    ///   - options: What was asked for.
    ///   - keepsNothing: Whether sessions live in this process only.
    /// - Throws: An error for an address or a duration that is none.
    init(_ options: SharedOptions, keepsNothing: Bool = false) throws {
        let environment = ProcessEnvironment.variables
        output = Output(environment: environment, isQuiet: options.quiet)
        server = OllamaClient()
        if let warning = server.addressWarning { output.warning(warning) }
        guard !keepsNothing else {
            store = MemorySessionStore()
            redisStore = nil
            privateServer = nil
            isFirstStart = false
            return
        }
        let pool: RedisPool
        if let url = options.redis ?? EnvironmentKey.redisURL.value {
            privateServer = nil
            isFirstStart = false
            pool = RedisPool(try RedisAddress(url: url))
        } else {
            let directory = try PrivateRedisDirectory(environment: environment)
            let server = PrivateRedisServer(directory: directory, environment: environment)
            isFirstStart = !ProcessEnvironment.exists(directory.path)
            privateServer = server
            pool = RedisPool { try await server.start() }
        }
        let sessions = try RedisSessionStore(pool: pool, timeToLive: try options.timeToLive())
        redisStore = sessions
        store = sessions
    }

    /// Runs something with the parts, and gives everything back afterwards.
    func running<Result>(_ body: () async throws -> Result) async throws -> Result {
        do {
            let result = try await body()
            await close()
            if let words = output.writeFailure { throw OutputError(words: words) }
            return result
        } catch {
            await close()
            throw error
        }
    }

    /// Finds sessions that other programs wrote, which do not keep the lists.
    func reconcile() async {
        _ = try? await redisStore?.reconcile()
    }

    private func close() async {
        await store.close()
        await privateServer?.stop()
        await server.shutdown()
    }
}

extension PrivateRedisError: ChatFailure {
    /// The private store is a store.
    package var kind: ChatFailureKind { .store }
}
