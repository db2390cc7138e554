import Chat
import Redis
import RedisSessions
import TestSupport
import Testing

@Suite struct TrafficTests {
    private let change = ["EVALSHA", "ZADD", "ZADD"]

    @Test func `Each change is one round trip`() async throws {
        let world = try await RedisWorld()
        let store = world.store
        func sent(_ work: () async throws -> Void) async throws -> [String] {
            try await work()
            _ = world.traffic.takeNames()
            try await work()
            return world.traffic.takeNames()
        }
        let id = try await store.createConversation(name: "Tea").session.id
        let created = try await sent { _ = try await store.createConversation(name: "Tea") }
        #expect(created == change)
        let appended = try await sent { try await store.say([.user("Hi")], in: id) }
        #expect(appended == change)
        let renamed = try await sent { _ = try await store.change(id, [.name("T")]) }
        #expect(renamed == ["EVALSHA", "ZADD"])
        let remodelled = try await sent { _ = try await store.change(id, [.model("m")]) }
        #expect(remodelled == ["EVALSHA"])
        let touched = try await sent { try await store.touch(id) }
        #expect(touched == ["EVALSHA"])
        let branched = try await sent {
            _ = try await store.branch(NewBranch(of: id))
        }
        #expect(branched == change + ["ZADD"])
    }

    @Test func `A turn is one round trip for each of its steps`() async throws {
        let world = try await RedisWorld()
        let store = world.store
        let id = try await store.createConversation().session.id
        for isKnown in [false, true] {
            _ = world.traffic.takeNames()
            let turn = try await store.beginNow("Hi", in: id)
            let began = world.traffic.takeNames()
            try await store.checkpoint(DraftAddition(textOffset: 0, text: "Hel"), of: turn)
            let kept = world.traffic.takeNames()
            _ = try await store.finish(turn, with: .assistant("Hello"), placement: .append)
            let finished = world.traffic.takeNames()
            try await store.abandon(turn)
            let abandoned = world.traffic.takeNames()
            guard isKnown else { continue }
            #expect(began == change)
            #expect(kept == ["EVALSHA"])
            #expect(finished == change)
            #expect(abandoned == ["EVALSHA"])
        }
    }

    @Test func `A turn of a long session reads what can be sent, and only once`() async throws {
        let world = try await RedisWorld()
        let text = String(repeating: "ordinary words ", count: 10)
        let made = try await world.store.create(
            NewSession(
                systemPrompt: "Be brief.", model: "tiny:latest", messages: [.user(text)]))
        for _ in 0..<5 {
            try await world.store.say(
                (0..<1000).map { $0.isMultiple(of: 2) ? .assistant(text) : .user(text) },
                in: made.session.id)
        }
        let model = ScriptedModel()
        let session = try await world.store.history(of: made.session.id, .last(2)).session
        let conversation = Conversation(in: session, of: world.store, with: model)
        for isFirst in [true, false] {
            _ = world.traffic.takeNames()
            let before = world.traffic.commands.count
            _ = try await conversation.run(.send("Why?")) { _ in }
            let reads = world.traffic.commands.dropFirst(before).filter { $0.name == "ZRANGE" }
            let ranges = reads.map {
                $0.arguments.map { String(decoding: $0.bytes, as: UTF8.self) }
            }
            #expect(
                ranges.map { Array($0[1...2]) } == (isFirst ? [["-1000", "-1"], ["0", "0"]] : []))
        }
        let sent = try #require(model.requests.last?.messages)
        #expect(sent.first?.content == "Be brief.")
        #expect((20...100).contains(sent.count))
        #expect(try await conversation.contextPlan().entries.count == 5006)
    }

    @Test func `Reading is one round trip, a list two`() async throws {
        let world = try await RedisWorld()
        let store = world.store
        let id = try await store.createConversation(name: "Tea").session.id
        _ = try await store.createConversation(name: "Other")
        let header = ["HGETALL", "PTTL", "PTTL", "ZCARD"]
        _ = world.traffic.takeNames()
        _ = try await store.history(of: id, .last(1))
        #expect(
            world.traffic.takeNames() == ["MULTI"] + header + ["ZRANGE", "HGETALL", "EXEC"])
        _ = try await store.list(offset: 0, limit: 9)
        #expect(world.traffic.takeNames() == ["ZCARD", "ZRANGE"] + header + header)
        _ = try await store.find(id.text)
        #expect(world.traffic.takeNames() == ["ZRANGE"] + header + ["ZRANGE"])
        _ = try await store.find("tea time")
        #expect(world.traffic.takeNames() == ["ZRANGE"])
        _ = try await store.find("Tea")
        #expect(world.traffic.takeNames() == ["ZRANGE"] + header + header)
    }
}
