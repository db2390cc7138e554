import Chat
import RedisSessions
import TestSupport
import Testing

@Suite struct LayoutTests {
    @Test func `Another program reads our sessions in the original layout`() async throws {
        let world = try await RedisWorld()
        let made = try await world.store.create(
            NewSession(name: "Tea", systemPrompt: "Be brief.", messages: [.user("Grüße / 🫖")]))
        let key = "session:\(made.session.id)"
        try await world.store.append(
            [.assistant("Hi", state: .truncated)], to: made.session.id, operation: .random())
        let fields = try await world.texts("ZRANGE", "\(key):messages", "0", "-1", "WITHSCORES")
        let messages = try stride(from: 0, to: fields.count, by: 2).map {
            try PlainMessage(fields[$0])
        }
        #expect(messages.map(\.role) == ["system", "user", "assistant"])
        #expect(messages.map(\.content) == ["Be brief.", "Grüße / 🫖", "Hi"])
        #expect(
            messages.map(\.timestamp)
                == stride(from: 1, to: fields.count, by: 2).map { Double(fields[$0]) })
        let last = try await world.store.history(of: made.session.id, .last(1)).messages[0]
        #expect(
            fields[4] == #"{"content":"Hi","role":"assistant","state":"truncated","timestamp":"#
                + last.timestamp.text + "}")
        #expect(try await world.text("HGET", "\(key):meta", "message_count") == "3")
        #expect(try await world.text("HGET", "\(key):meta", "name") == "Tea")
        #expect(
            try await world.text("HGET", "\(key):meta", "last_activity") == last.timestamp.text)
        let created = try await world.text("HGET", "\(key):meta", "created_at")
        #expect(created == made.messages[0].timestamp.text)
    }

    @Test func `A session of another program opens and goes on in order`() async throws {
        let world = try await RedisWorld()
        try await world.server.redis(
            "HSET", "session:abc123:meta", "created_at", "1234567890", "last_activity",
            "1234567890", "message_count", "0", "name", "Python Help Session")
        try await world.addMessage(
            #"{"role": "user", "content": "Gr\u00fc\u00dfe \ud83e\uded6", "timestamp": 1234567890}"#,
            at: "1234567890", to: "abc123")
        try await world.addMessage(
            #"{"role": "assistant", "content": "Hi!", "timestamp": 1234567890.1234567}"#,
            at: "1234567890.1234567", to: "abc123")
        let foreign = try id("abc123")
        let history = try await world.store.history(of: foreign, .all)
        #expect(history.messages.map(\.said) == ["user: Grüße 🫖", "assistant: Hi!"])
        #expect(history.session.name == "Python Help Session")
        #expect(history.session.createdAt == Timestamp(microseconds: 1_234_567_890_000_000))
        #expect(history.messages[1].timestamp.text == "1234567890.123457")
        #expect(try await world.store.find("abc123").map(\.id) == [foreign])

        let turn = try await world.store.beginNow(
            "More", in: foreign, lastSeen: history.messages[1].timestamp)
        #expect(turn.news.isEmpty)
        #expect(turn.question?.number == 3)
        let answer = try await world.store.finish(
            turn, with: .assistant("Less"), placement: .append)
        #expect(answer.reply?.number == 4)
        #expect(try await world.number("ZCARD", "session:abc123:messages") == 4)
        #expect(try await world.text("HGET", "session:abc123:meta", "message_count") == "4")
    }

    @Test func `Equal timestamps of another program read as question and answer`() async throws {
        let world = try await RedisWorld()
        for (role, content) in [
            ("user", "Why?"), ("assistant", "Because."), ("system", "Be brief."),
        ] {
            try await world.addMessage(
                #"{"role": "\#(role)", "content": "\#(content)", "timestamp": 5}"#, at: "5", to: "x"
            )
        }
        let history = try await world.store.history(of: try id("x"), .all)
        #expect(
            history.messages.map(\.said) == [
                "system: Be brief.", "user: Why?", "assistant: Because.",
            ])
        #expect(history.messages.map(\.number) == [1, 2, 3])
        try await world.store.setSystemPrompt("Be long.", of: try id("x"))
        let after = try await world.store.said(in: try id("x"))
        #expect(after == ["system: Be long.", "user: Why?", "assistant: Because."])
    }

    @Test func `A message from a clock that is ahead stays before ours`() async throws {
        let world = try await RedisWorld()
        try await world.addMessage(
            #"{"role": "user", "content": "Why?", "timestamp": 4000000000.5}"#,
            at: "4000000000.5", to: "x")
        let stored = try await world.store.append(
            [.assistant("Because."), .user("Oh.")], to: try id("x"), operation: .random())
        #expect(stored.map(\.timestamp.text) == ["4000000000.500001", "4000000000.500002"])
        #expect(stored.map(\.number) == [2, 3])
        let said = try await world.store.said(in: try id("x"))
        #expect(said == ["user: Why?", "assistant: Because.", "user: Oh."])
    }

    @Test func `Pruning by another program keeps us going`() async throws {
        let world = try await RedisWorld()
        let messages = (1...5).map { Message.user("\($0)") }
        let made = try await world.store.create(NewSession(messages: messages))
        let key = "session:\(made.session.id):messages"
        _ = try await world.number("ZREMRANGEBYRANK", key, "0", "1")
        let turn = try await world.store.beginNow(
            "6", in: made.session.id, lastSeen: made.messages[4].timestamp)
        #expect(turn.messageCount == 4)
        #expect(turn.news.isEmpty)
        let count = try await world.text("HGET", "session:\(made.session.id):meta", "message_count")
        #expect(count == "4")
    }

    @Test func `Messages without metadata get metadata again`() async throws {
        let world = try await RedisWorld()
        let made = try await world.store.createConversation()
        let meta = "session:\(made.session.id):meta"
        try await world.server.redis("DEL", meta)
        let half = try await world.store.history(of: made.session.id, .all)
        #expect(half.messages.count == 2)
        #expect(half.session.createdAt == made.messages[0].timestamp)
        #expect(try await world.store.list(offset: 0, limit: 9).sessions.map(\.messageCount) == [2])
        try await world.store.say([.user("On")], in: made.session.id)
        #expect(try await world.text("HGET", meta, "created_at") == made.messages[0].timestamp.text)
        #expect(try await world.text("HGET", meta, "message_count") == "3")
    }

    @Test func `Metadata without messages shows as empty`() async throws {
        let world = try await RedisWorld()
        let made = try await world.store.createConversation(name: "Lost")
        try await world.server.redis("DEL", "session:\(made.session.id):messages")
        let history = try await world.store.history(of: made.session.id, .all)
        #expect(history.session.name == "Lost")
        #expect(history.session.messageCount == 0)
        #expect(history.messages.isEmpty)
    }
}
