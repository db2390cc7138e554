import Chat
import PlatformFoundation
import Redis
import RedisSessions
import TestSupport
import Testing

/// The figures at the shell's door.
@Suite struct StatsTests {
    private struct Figures: Decodable {
        struct Model: Decodable {
            let name: String?
            let turns, reply_tokens: Int
        }
        struct Memory: Decodable {
            let used, limit: Int?
            let policy: String?
        }
        struct Sized: Decodable {
            let name: String?
            let bytes: Int
        }
        let total_sessions, total_messages, unreadable_messages: Int
        let avg_messages_per_session: Double
        let oldest_session, most_active_session: String?
        let bytes: Int?
        let models: [Model]
        let largest_sessions: [Sized]
        let expiries: [String: Int]
        let memory: Memory
    }

    private func figures(_ stage: Stage, _ arguments: String...) async throws -> Figures {
        let run = try RunningProgram(
            Stage.program, ["stats", "--json"] + arguments, environment: stage.environment)
        #expect(try await run.end() == .exited(0), "\(run.errors)")
        return try JSONDecoder().decode(Figures.self, from: Data(run.output.utf8))
    }

    @Test func `The figures have the keys of the original layout, and more`() async throws {
        let stage = try await Stage()
        let none = try await figures(stage)
        #expect(none.total_sessions == 0)
        #expect(none.avg_messages_per_session == 0)
        #expect(none.oldest_session == nil)
        #expect(none.most_active_session == nil)
        _ = try await stage.run("--ttl", "2h", "Tea")
        _ = try await stage.run("-c", "More tea")
        // Another program writes a session, and something that is no message.
        let stamp = "1700000000.000000"
        try await stage.redis.redis(
            "ZADD", "session:foreign:messages", stamp, "not JSON at all")
        try await stage.redis.redis(
            "HSET", "session:foreign:meta", "created_at", stamp, "last_activity", stamp)
        let all = try await figures(stage)
        #expect(all.total_sessions == 2)
        #expect(all.total_messages == 5)
        #expect(all.avg_messages_per_session == 2.5)
        #expect(all.oldest_session == "foreign")
        #expect(all.most_active_session != "foreign")
        #expect(all.unreadable_messages == 1)
        #expect(all.models.map(\.turns) == [2])
        #expect(try #require(all.models.first).reply_tokens > 0)
        #expect(all.largest_sessions.first?.name == "Tea")
        #expect(all.bytes == all.largest_sessions.reduce(0) { $0 + $1.bytes })
        #expect(all.expiries == ["hour": 0, "day": 1, "week": 0, "later": 0])
        #expect(all.memory.policy == "noeviction")
        #expect(try #require(all.memory.used) > 0)
        let one = try await figures(stage, "Tea")
        #expect(one.total_sessions == 1)
        #expect(one.total_messages == 4)
        #expect(try await figures(stage, "foreign").unreadable_messages == 1)
    }

    @Test func `People read tables, and a session that is not there is an error`() async throws {
        let stage = try await Stage()
        _ = try await stage.run("Tea")
        let stats = try await stage.run("stats")
        #expect(stats.status == .exited(0))
        #expect(stats.output.contains("Sessions     1"))
        #expect(stats.output.contains("policy noeviction"))
        #expect(stats.output.contains("MODEL"))
        #expect(!stats.output.contains("█"))
        #expect(try await stage.run("stats", "Tea").output.contains("Session    “Tea”"))
        #expect(try await stage.run("stats", "Coffee").status == .exited(5))
        #expect(try await stage.run("stats", "-Ab3d_x").status == .exited(5))
        #expect(try await stage.run("stats", "--all", "Tea").status == .exited(2))
    }
}
