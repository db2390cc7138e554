import Chat
import RedisSessions
import TestSupport
import Testing

@Suite struct ReconcileTests {
    @Test func `Sessions of other programs get onto the lists`() async throws {
        let world = try await RedisWorld()
        let ours = try await world.store.createConversation(name: "Ours").session.id
        try await world.addMessage(
            #"{"role": "user", "content": "Hi", "timestamp": 1}"#, at: "1", to: "foreign1")
        try await world.server.redis("HSET", "session:foreign1:meta", "name", "Theirs")
        try await world.server.redis("HSET", "session:a:b:meta", "name", "No session")
        #expect(try await world.store.list(offset: 0, limit: 9).total == 1)
        #expect(try await world.store.reconcile() == 1)
        let page = try await world.store.list(offset: 0, limit: 9)
        #expect(page.sessions.map(\.id) == [ours, try id("foreign1")])
        #expect(page.total == 2)
        #expect(try await world.store.find("theirs").map(\.id.text) == ["foreign1"])
        #expect(try await world.store.find("fore").map(\.id.text) == ["foreign1"])
        #expect(try await world.store.reconcile() == 0)
    }

    @Test func `What other programs did to listed sessions gets onto the lists`() async throws {
        let world = try await RedisWorld()
        let older = try await world.store.createConversation(name: "Old").session.id
        let newer = try await world.store.createConversation().session.id
        let now = WallClock.now().text
        try await world.addMessage(
            #"{"role": "user", "content": "Hi", "timestamp": \#(now)}"#, at: now, to: older.text)
        try await world.server.redis("HSET", "session:\(older):meta", "name", "New")
        #expect(try await world.store.find("new").isEmpty)
        _ = try await world.store.reconcile()
        #expect(try await world.store.find("new").map(\.id) == [older])
        #expect(try await world.store.find("old").isEmpty)
        let page = try await world.store.list(offset: 0, limit: 9)
        #expect(page.sessions.map(\.id) == [older, newer])
    }

    @Test func `A use in the future does not make a session the last used one for ever`()
        async throws
    {
        let world = try await RedisWorld()
        try await world.addMessage(
            #"{"role": "user", "content": "Hi", "timestamp": 4000000000}"#, at: "4000000000",
            to: "future")
        _ = try await world.store.reconcile()
        let later = try await world.store.createConversation().session.id
        _ = try await world.store.reconcile()
        let page = try await world.store.list(offset: 0, limit: 9)
        #expect(page.sessions.map(\.id.text) == [later.text, "future"])
    }

    @Test(arguments: [nil, "alice"])
    func `Sessions that are gone leave the lists`(_ namespace: String?) async throws {
        let world = try await RedisWorld(namespace: namespace)
        let prefix = namespace.map { "\($0):" } ?? ""
        let kept = try await world.store.createConversation(name: "Kept").session.id
        let gone = try await world.store.createConversation(name: "Gone").session.id
        try await world.server.redis(
            "DEL", "\(prefix)session:\(gone):meta", "\(prefix)session:\(gone):messages")
        let page = try await world.store.list(offset: 0, limit: 9)
        #expect(page.sessions.map(\.id) == [kept])
        #expect(page.total == 1)
        #expect(try await world.store.reconcile() == 1)
        #expect(try await world.number("ZCARD", "\(prefix)sessions:activity") == 1)
        #expect(try await world.number("ZCARD", "\(prefix)sessions:names") == 2)
    }

    @Test func `A look-up drops what no longer holds`() async throws {
        let world = try await RedisWorld()
        let id = try await world.store.createConversation(name: "Old").session.id
        _ = try await world.store.change(id, [.name("New")])
        #expect(try await world.number("ZCARD", "sessions:names") == 3)
        #expect(try await world.store.find("old").isEmpty)
        #expect(try await world.number("ZCARD", "sessions:names") == 2)
    }

    @Test func `What leaves the path goes to the shelf, byte for byte`() async throws {
        let world = try await RedisWorld()
        let made = try await world.store.create(
            NewSession(systemPrompt: "Be brief.", messages: [.user("Why?"), .assistant("Be")]))
        let id = made.session.id
        var turn = try await world.store.beginNow(nil, in: id)
        let first = try await world.store.finish(
            turn, with: .assistant("Because.", state: .interrupted),
            placement: .instead(of: made.messages[2]))
        turn = try await world.store.beginNow(nil, in: id)
        _ = try await world.store.finish(
            turn, with: .assistant("Because so."),
            placement: .inPlace(of: try #require(first.reply)))
        try await world.store.setSystemPrompt(nil, of: id)
        let shelf = try await world.texts("LRANGE", "session:\(id):shelf", "0", "-1")
        #expect(shelf.count == 3)
        let shelved = [made.messages[2], try #require(first.reply), made.messages[0]]
        for ((entry, message), kind) in zip(zip(shelf, shelved), ["retry", "continue", "system"]) {
            #expect(entry.hasPrefix(#"{"at":"#))
            #expect(entry.contains(#""kind":"\#(kind)""#))
            #expect(entry.contains(#""scores":["\#(message.timestamp.text)"]"#))
            let member = String(decoding: message.member, as: UTF8.self)
            #expect(entry.contains(member.replacing("\"", with: "\\\"")))
        }
        #expect(shelf[0].contains(#""head":\#(try #require(first.reply).timestamp.text),"#))
    }
}
