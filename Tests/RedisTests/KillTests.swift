import Redis
import Synchronization
import TestSupport
import Testing

struct KillTests {
    /// Appends a word once, however often it is asked to; gives the place of the word.
    private static let append = RedisScript(
        name: "append",
        source: Array(
            """
            local place = redis.call('HGET', KEYS[2], ARGV[1])
            if not place then
              place = redis.call('RPUSH', KEYS[1], ARGV[1])
              redis.call('HSET', KEYS[2], ARGV[1], place)
            end
            return place
            """.utf8))
    private static let writers = 4
    private static let kills = 6

    private static func server() async throws -> RedisServer {
        try await RedisServer(appendOnly: true, parameters: ["--appendfsync", "always"])
    }

    @Test func `A server that is killed again and again loses and repeats nothing acknowledged`()
        async throws
    {
        let server = try await Self.server()
        let pool = RedisPool(server.address, configuration: .patient)
        let words = Words()
        try await Self.write(words, while: { try await Self.killAgainAndAgain(server, words) }) {
            _ = try await pool.run(
                Self.append, keys: [RedisKey("list"), RedisKey("seen")],
                arguments: [RedisArgument($0)], retrySafe: true)
        }
        #expect(words.failures.isEmpty)
        let stored = try await server.redis("LRANGE", "list", "0", "-1").array().map {
            try $0.text()
        }
        #expect(Set(stored).count == stored.count, "Something was stored twice.")
        #expect(Set(stored) == Set(words.acknowledged))
    }

    @Test func `A change that must not be made twice is made once or its fate is unknown`()
        async throws
    {
        let server = try await Self.server()
        let pool = RedisPool(server.address, configuration: .patient)
        let words = Words()
        try await Self.write(words, while: { try await Self.killAgainAndAgain(server, words) }) {
            _ = try await pool.execute(RedisCommand("RPUSH", ["list", RedisArgument($0)]))
        }
        let stored = try await server.redis("LRANGE", "list", "0", "-1").array().map {
            try $0.text()
        }
        #expect(Set(stored).count == stored.count, "Something was stored twice.")
        #expect(Set(words.acknowledged).isSubset(of: stored))
        for word in Set(stored).subtracting(words.acknowledged) {
            #expect(words.failures[word] == .fateUnknown)
        }
    }

    /// Writes words, each a new one, from several tasks until something has ended.
    private static func write(
        _ words: Words, while event: @escaping @Sendable () async throws -> Void,
        _ write: @escaping @Sendable (String) async throws -> Void
    ) async throws {
        try await withThrowingTaskGroup { group in
            for writer in 1...writers {
                group.addTask {
                    var number = 0
                    while !words.areComplete {
                        number += 1
                        await words.note("\(writer)-\(number)", write)
                    }
                }
            }
            do {
                try await event()
            } catch {
                words.complete()
                throw error
            }
            words.complete()
            try await group.waitForAll()
        }
    }

    private static func killAgainAndAgain(_ server: RedisServer, _ words: Words) async throws {
        for _ in 1...kills {
            let goal = words.acknowledged.count + 200
            try #require(await eventually { words.acknowledged.count >= goal })
            server.kill()
            try await server.start()
        }
    }
}

/// Words that were written, and what became of them.
private final class Words: Sendable {
    private struct State {
        var acknowledged: [String] = []
        var failures: [String: RedisError] = [:]
        var areComplete = false
    }

    private let state = Mutex(State())

    /// The words whose writing was acknowledged.
    var acknowledged: [String] { state.withLock { $0.acknowledged } }

    /// Why the writing of others failed.
    var failures: [String: RedisError] { state.withLock { $0.failures } }

    /// Whether no more words are wanted.
    var areComplete: Bool { state.withLock { $0.areComplete } }

    /// Says that no more words are wanted.
    func complete() { state.withLock { $0.areComplete = true } }

    /// Writes a word and notes what became of it.
    func note(_ word: String, _ write: (String) async throws -> Void) async {
        do {
            try await write(word)
            state.withLock { $0.acknowledged.append(word) }
        } catch let error as RedisError {
            state.withLock { $0.failures[word] = error }
        } catch {
            Issue.record(error)
        }
    }
}

extension RedisConfiguration {
    /// Waits for a server as long as its restart may take on a busy machine.
    fileprivate static var patient: RedisConfiguration {
        var configuration = RedisConfiguration()
        configuration.absenceTimeout = .seconds(20)
        return configuration
    }
}
