import Chat
import Redis
import RedisSessions
import TestSupport
import Testing

@Suite struct ConcurrencyTests {
    @Test func `Programs that write at once get strictly increasing timestamps`() async throws {
        let world = try await RedisWorld()
        let id = try await world.store.create(NewSession()).session.id
        try await withThrowingTaskGroup { group in
            for writer in 1...4 {
                group.addTask {
                    let store = try RedisSessionStore(pool: RedisPool(world.server.address))
                    for number in 1...50 {
                        let pair = [
                            Message.user("\(writer)-\(number)"),
                            .assistant("\(writer)-\(number)"),
                        ]
                        try await store.say(pair, in: id)
                    }
                }
            }
            try await group.waitForAll()
        }
        let history = try await world.store.history(of: id, .all)
        #expect(history.messages.count == 400)
        let times = history.messages.map(\.timestamp)
        #expect(zip(times, times.dropFirst()).allSatisfy { $0 < $1 })
        let contents = history.messages.map { $0.message?.content }
        #expect(stride(from: 0, to: 400, by: 2).allSatisfy { contents[$0] == contents[$0 + 1] })
        #expect(
            history.messages.allSatisfy { stored in
                String(decoding: stored.member, as: UTF8.self)
                    .hasSuffix("\"timestamp\":\(stored.timestamp.text)}")
            })
        #expect(try await world.text("HGET", "session:\(id):meta", "message_count") == "400")
    }

    @Test func `Messages that vanish while a session is brought in are missed`() async throws {
        let world = try await RedisWorld()
        let start = Timestamp(microseconds: 1_600_000_000_000_000)
        let copy = SessionCopy(
            id: try id("arriving"), createdAt: start, messages: [.init(.user("Q"), at: start)])
        let error = await #expect(throws: RedisSessionsError.self) {
            try await world.store.insert(copy) { position in
                guard position == 1 else {
                    let keys = try await world.texts("KEYS", "session:arriving:arrivals:*")
                    for key in keys { try await world.server.redis("DEL", key) }
                    return []
                }
                return [.init(.assistant("A"), at: start.advanced(byMicroseconds: 1))]
            }
        }
        #expect(error?.description.contains("vanished from the server") == true)
        #expect(try await world.number("EXISTS", "session:arriving:meta") == 0)
        #expect(try await world.store.list(offset: 0, limit: 9).total == 0)
    }

    @Test func `Only so many operations are remembered`() async throws {
        let world = try await RedisWorld()
        let id = try await world.store.create(NewSession()).session.id
        var last = TurnID.random()
        var early = last
        for number in 1...700 {
            last = .random()
            if number == 600 { early = last }
            try await world.store.append([.user("\(number)")], to: id, operation: last)
        }
        #expect((256...512).contains(try await world.number("HLEN", "session:\(id):ops")))
        try await world.store.append([.user("600")], to: id, operation: early)
        try await world.store.append([.user("700")], to: id, operation: last)
        #expect(try await world.number("ZCARD", "session:\(id):messages") == 700)
    }

    @Test func `A server that was restarted has every message and learns the scripts anew`()
        async throws
    {
        let world = try await RedisWorld(appendOnly: true)
        let id = try await world.store.createConversation().session.id
        let turn = try await world.store.beginNow("Hi", in: id)
        try await world.store.checkpoint(DraftAddition(textOffset: 0, text: "Hel"), of: turn)
        try await world.server.restart()
        try await world.store.checkpoint(DraftAddition(textOffset: 3, text: "lo"), of: turn)
        _ = try await world.store.finish(turn, with: .assistant("Hello"), placement: .append)
        let said = try await world.store.said(in: id)
        #expect(said == ["user: Why?", "assistant: Because.", "user: Hi", "assistant: Hello"])
    }

    @Test func `A server that is not there is a failure of the store`() async throws {
        let failure = await #expect(throws: (any Error).self) {
            try await RedisSessionStore(connectingTo: "unix:///nowhere/redis.sock")
        }
        let shown = try #require(failure as? any ChatFailure)
        #expect(shown.kind == .store)
        #expect(shown.hint != nil)
    }

    @Test func `A store connects to a URL`() async throws {
        let world = try await RedisWorld()
        guard case .unixSocket(let path) = world.server.address.endpoint else { return }
        let store = try await RedisSessionStore(connectingTo: "unix://\(path)", namespace: "bob")
        let session = try await store.create(name: "Tea")
        #expect(try await store.find("tea").map(\.id) == [session.id])
        await store.close()
    }
}
