import Chat
import Redis
import RedisSessions
import TestSupport
import Testing

@Suite struct LenientReadingTests {
    @Test func `A message that cannot be read hides no other`() async throws {
        let world = try await RedisWorld()
        let members = [
            #"{"role": "user", "content": "fine", "timestamp": "2024-01-01"}"#,
            #"{"role": "user", "content": null, "timestamp": 2}"#,
            #"{"content": "nobody", "timestamp": 3}"#,
            #"{"role": "user", "content": "x", "timestamp": NaN}"#,
            "not JSON",
            #"["role", "content"]"#,
            #"{"role": "user", "content": "half \ud83e", "timestamp": 7}"#,
            #"{"role": "critic", "content": "new", "stats": 3, "options": [], "state": "odd"}"#,
            #"{"role": "assistant", "content": "last", "options": {"a": {}, "seed": 1}}"#,
        ]
        for (index, member) in members.enumerated() {
            try await world.addMessage(member, at: "\(index + 1)", to: "x")
        }
        let history = try await world.store.history(of: try id("x"), .all)
        #expect(
            history.messages.map(\.said) == [
                "user: fine", "unreadable", "unreadable", "unreadable", "unreadable", "unreadable",
                "user: half \u{FFFD}", "critic: new", "assistant: last",
            ])
        #expect(history.messages.map(\.number) == Array(1...9))
        #expect(history.messages.map(\.timestamp.microseconds) == (1...9).map { $0 * 1_000_000 })
        #expect(history.messages.map(\.member) == members.map { Array($0.utf8) })
        #expect(history.messages[7].message?.state == .complete)
        #expect(history.messages[8].message?.options == ["seed": .integer(1)])
    }

    @Test(arguments: ["1760000000000", "inf", "-5"])
    func `A score that is no time in seconds is not built upon`(_ score: String) async throws {
        let world = try await RedisWorld()
        try await world.addMessage(#"{"role":"user","content":"x"}"#, at: score, to: "x")
        let broken = try id("x")
        #expect(try await world.store.said(in: broken) == ["user: x"])
        let failure = await #expect(throws: RedisSessionsError.self) {
            try await world.store.say([.user("y")], in: broken)
        }
        #expect(failure?.kind == .store)
        #expect(failure?.hint != nil)
        await #expect(throws: RedisSessionsError.self) {
            try await world.store.beginNow("y", in: broken)
        }
        #expect(try await world.number("ZCARD", "session:x:messages") == 1)
        #expect(try await world.number("EXISTS", "session:x:lease", "session:x:drafts") == 0)
    }

    @Test func `A draft that cannot be recovered does not keep its session from being opened`()
        async throws
    {
        let world = try await RedisWorld()
        let id = try await world.store.createConversation().session.id
        let turn = try await world.store.beginNow("Hi", in: id)
        try await world.server.redis("DEL", "session:\(id):lease")
        try await world.server.redis("SET", "session:\(id):draft:\(turn.turn)", "no draft")
        let dead = TurnOwner(run: "d", machine: "m", host: "h", process: 1, startedAt: 1)
        let other = try RedisSessionStore(
            pool: RedisPool(world.server.address), owner: dead, isAlive: { _ in false })
        let opened = try await other.open(id, .all)
        #expect(opened.recovered.isEmpty)
        #expect(opened.history.messages.count == 3)
        #expect(!opened.history.drafts.isEmpty)
    }

    @Test func `A lease and a draft of unknown spelling are judged by the lease alone`()
        async throws
    {
        let world = try await RedisWorld()
        let id = try await world.store.createConversation().session.id
        try await world.server.redis("SET", "session:\(id):lease", "somebody", "PX", "9000")
        let request = TurnRequest(question: .user("Hi"), lastSeen: nil, model: "m")
        guard case .busy(let owner) = try await world.store.begin(request, in: id) else {
            Issue.record("A lease was taken from a program that may be alive.")
            return
        }
        #expect(owner.host == "unknown")
        try await world.server.redis("DEL", "session:\(id):lease")
        try await world.server.redis("HSET", "session:\(id):drafts", "t1", "x", "a b", "y")
        try await world.server.redis(
            "HSET", "session:\(id):draft:t1", "owner", "x", "text:2", "llo", "text:0", "He")
        let history = try await world.store.history(of: id, .all)
        let recovered = try await world.store.recover(history)
        #expect(recovered.map { $0.branch == nil } == [false])
        #expect(recovered.map(\.message.said) == ["assistant: Hello"])
    }

    @Test func `Metadata of any kind is borne`() async throws {
        let world = try await RedisWorld()
        try await world.server.redis(
            "HSET", "session:x:meta", "created_at", "yesterday", "ttl", "soon", "rev", "many",
            "options", "{", "pruned", "-", "parent", "a b")
        let session = try await world.store.history(of: try id("x"), .all).session
        #expect(session.options.isEmpty)
        #expect(session.parent == nil)
        try await world.store.say([.user("On")], in: try id("x"))
        #expect(try await world.store.said(in: try id("x")) == ["user: On"])
    }

    @Test func `A key of another kind hides that session only`() async throws {
        let world = try await RedisWorld()
        let made = try await world.store.createConversation()
        try await world.server.redis("SET", "session:odd:meta", "text")
        try await world.server.redis("ZADD", "sessions:activity", "9999999999", "odd")
        let page = try await world.store.list(offset: 0, limit: 9)
        #expect(page.sessions.map(\.id) == [made.session.id])
        let failure = await #expect(throws: (any Error).self) {
            try await world.store.history(of: try id("odd"), .all)
        }
        #expect((failure as? any ChatFailure)?.kind == .store)
    }
}
