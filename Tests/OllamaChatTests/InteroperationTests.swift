import Chat
import Redis
import RedisSessions
import TestSupport
import Testing

@Suite struct InteroperationTests {
    @Test func `A session that the original wrote is listed, opened and gone on with`() async throws
    {
        let stage = try await Stage()
        for (time, role, text) in [
            ("1234567890", "user", "Hello"), ("1234567891", "assistant", "Hi!"),
        ] {
            let member = #"{"role": "\#(role)", "content": "\#(text)", "timestamp": \#(time)}"#
            _ = try await stage.redis.redis("ZADD", "session:abc123:messages", time, member)
        }
        _ = try await stage.redis.redis(
            "HSET", "session:abc123:meta", "created_at", "1234567890", "last_activity",
            "1234567891", "message_count", "2", "name", "Python Help Session")
        #expect(try await stage.run("list").output.contains("Python Help Session"))
        #expect(try await stage.run("-s", "abc123", "Go on").status == .exited(0))
        let sent = try #require(stage.stub.requests.compactMap(\.chat).last)
        #expect(sent.messages.map(\.content) == ["Hello", "Hi!", "Go on"])
        let members = try await stage.redis.redis("ZRANGE", "session:abc123:messages", "0", "-1")
        let texts = try members.array().map { try $0.text() }
        #expect(texts.count == 4)
        #expect(texts[2].contains(#""content":"Go on""#))
        let count = try await stage.redis.redis("HGET", "session:abc123:meta", "message_count")
        #expect(try count.text() == "4")
    }

    @Test func `Hostile names and messages do not reach the terminal as they are`() async throws {
        let stage = try await Stage()
        let store = try stage.store()
        let created = try await store.create(
            NewSession(name: "evil\u{1B}[2Jname", messages: [.user("bell\u{07} \u{1B}]0;x\u{07}")]))
        let terminal = try PseudoTerminal(
            Stage.program, ["-s", created.session.id.text], environment: stage.environment)
        try await terminal.waitForOutput(">>>")
        try await terminal.send("/sessions\r/history\r")
        try await terminal.waitForOutput("1 you ·", times: 2)
        #expect(!terminal.output.contains("\u{1B}[2Jname"))
        #expect(!terminal.output.contains("\u{1B}]0;"))
    }

    @Test func `Two programs on one session take turns`() async throws {
        let stage = try await Stage(.slow(words: 60))
        _ = try await stage.run("Begin")
        async let one = stage.run("-c", "from one")
        async let two = stage.run("-c", "from two")
        let statuses = try await [one.status, two.status]
        #expect(statuses == [.exited(0), .exited(0)])
        let messages = try await stage.messages()
        #expect(messages.map(\.role) == [.user, .assistant, .user, .assistant, .user, .assistant])
        #expect(Set(messages.map(\.content)).isSuperset(of: ["from one", "from two"]))
    }

    @Test func `Eight programs on one session, one of which is killed, lose nothing`() async throws
    {
        let stage = try await Stage(.slow(words: 10, interval: .milliseconds(10)))
        _ = try await stage.run("Begin")
        let programs = try (1...8).map { try stage.start("-c", "from \($0)") }
        #expect(await eventually { programs[0].output.contains("word2") })
        programs[0].signal(9)
        for program in programs { _ = try await program.end() }
        let store = try stage.store()
        let session = try #require(try await store.list(offset: 0, limit: 1).sessions.first)
        let stored = try await store.open(session.id, .all).history.messages
        let questions = stored.compactMap(\.message).filter { $0.role == .user }.map(\.content)
        #expect(Set(questions) == Set(["Begin"] + (1...8).map { "from \($0)" }))
        #expect(questions.count == 9)
        let times = stored.map(\.timestamp)
        #expect(zip(times, times.dropFirst()).allSatisfy { $0 < $1 })
        let whole = stored.compactMap(\.message).filter {
            $0.role == .assistant && $0.state == .complete
        }
        #expect(whole.count == 8)
        await store.close()
    }
}
