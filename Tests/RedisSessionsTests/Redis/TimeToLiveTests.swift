import Chat
import RedisSessions
import TestSupport
import Testing

@Suite struct TimeToLiveTests {
    @Test func `All keys of a session but the lease get one deadline`() async throws {
        let world = try await RedisWorld(timeToLive: .seconds(7200))
        let made = try await world.store.createConversation()
        let id = made.session.id
        try await world.server.redis("HSET", "session:\(id):blobs", "00ff", "bytes")
        let retry = try await world.store.beginNow(nil, in: id)
        _ = try await world.store.finish(
            retry, with: .assistant("So."), placement: .instead(of: made.messages[1]))
        let turn = try await world.store.beginNow("Hi", in: id)
        try await world.store.checkpoint(DraftAddition(textOffset: 0, text: "Hel"), of: turn)
        #expect((1...10_000).contains(try await world.number("PTTL", "session:\(id):lease")))
        var deadlines: Set<Int> = []
        for key in ["messages", "meta", "ops", "drafts", "draft:\(turn.turn)", "shelf", "blobs"] {
            deadlines.insert(try await world.number("PEXPIRETIME", "session:\(id):\(key)"))
        }
        #expect(deadlines.count == 1)
        #expect(try #require(deadlines.first) > 0)
    }

    @Test(arguments: [100, 9000])
    func `A session of another program goes on to expire`(_ left: Int) async throws {
        let world = try await RedisWorld()
        try await world.addMessage(
            #"{"role": "user", "content": "Hi", "timestamp": 1}"#, at: "1", to: "x",
            timeToLive: left)
        try await world.store.say([.assistant("Hello")], in: try id("x"))
        let messages = try await world.number("TTL", "session:x:messages")
        // A slow machine may take some seconds for this; a wrong rule is off by more.
        let expected = (max(left, 3600) - 60)...max(left, 3600)
        #expect(expected.contains(messages))
        #expect(expected.contains(try await world.number("TTL", "session:x:meta")))
        let branch = try await world.store.branch(NewBranch(of: try id("x")))
        #expect(expected.contains(try #require(branch.session.expiresIn)))
        _ = try await world.store.change(try id("x"), [.timeToLive(.forever)])
        #expect(try await world.number("TTL", "session:x:messages") == -1)
        #expect(try await world.number("TTL", "session:x:meta") == -1)
    }

    @Test func `Opening a session counts its time to live anew, reading does not`() async throws {
        let world = try await RedisWorld(timeToLive: .seconds(7200))
        let id = try await world.store.createConversation().session.id
        for key in ["messages", "meta"] {
            try await world.server.redis("EXPIRE", "session:\(id):\(key)", "60")
        }
        #expect(try #require(try await world.store.history(of: id, .all).session.expiresIn) <= 60)
        let opened = try await world.store.open(id, .all).history.session
        #expect(try #require(opened.expiresIn) > 7000)
        #expect(try await world.number("TTL", "session:\(id):messages") > 7000)
    }

    @Test func `A session of another program that stays goes on to stay`() async throws {
        let world = try await RedisWorld(timeToLive: .seconds(60))
        try await world.addMessage(
            #"{"role": "user", "content": "Hi", "timestamp": 1}"#, at: "1", to: "x",
            timeToLive: nil)
        try await world.store.say([.assistant("Hello")], in: try id("x"))
        #expect(try await world.number("TTL", "session:x:messages") == -1)
    }

    @Test func `Deleted sessions wait in the trash, those that expire no longer than that`()
        async throws
    {
        let world = try await RedisWorld()
        let made = try await world.store.createConversation(name: "Gone")
        let id = made.session.id
        let turn = try await world.store.beginNow("Hi", in: id)
        try await world.server.redis("DEL", "session:\(id):lease")
        try await world.store.delete(id)
        #expect(try await world.texts("KEYS", "session:*").isEmpty)
        let trash = try await world.texts("KEYS", "trash:\(id):*")
        #expect(trash.contains("trash:\(id):messages"))
        #expect(trash.contains("trash:\(id):meta"))
        #expect(trash.contains("trash:\(id):draft:\(turn.turn)"))
        for key in trash {
            #expect((604_000...604_800).contains(try await world.number("TTL", key)))
        }
        let short = try await world.store.createConversation().session.id
        _ = try await world.store.change(short, [.timeToLive(.seconds(60))])
        try await world.store.delete(short)
        #expect((1...60).contains(try await world.number("TTL", "trash:\(short):messages")))
    }

    @Test func `A namespace is in front of every key`() async throws {
        let world = try await RedisWorld(namespace: "alice")
        let id = try await world.store.createConversation(name: "Tea").session.id
        _ = try await world.store.beginNow("Hi", in: id)
        _ = try await world.store.createConversation(name: "Gone")
        try await world.store.delete(try await world.store.find("gone")[0].id)
        let keys = try await world.texts("KEYS", "*")
        #expect(keys.count > 8)
        #expect(keys.allSatisfy { $0.hasPrefix("alice:") })
    }
}
