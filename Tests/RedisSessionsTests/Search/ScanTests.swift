import Chat
import Redis
import Search
import TestSupport
import Testing

@testable import RedisSessions

@Suite struct ScanTests {
    @Test func `What programs of the original layout wrote is found, listed or not`() async throws {
        let world = try await RedisWorld()
        try await world.addMessage(
            #"{"role": "user", "content": "caf\u00e9 au lait", "timestamp": 5.5}"#, at: "5.5",
            to: "foreign")
        let found = try await world.store.found("cafe")
        #expect(found.places == [try id("foreign"): [1]])
        #expect(found.first?.session.expiresIn != nil)
    }

    @Test func `Under a namespace, only its own sessions are looked at`() async throws {
        let world = try await RedisWorld(namespace: "alice")
        let own = try await world.store.create("own", "word")
        try await world.addMessage(
            #"{"role": "user", "content": "word", "timestamp": 5.5}"#, at: "5.5", to: "foreign")
        #expect(try await world.store.places("word") == [own: [1]])
    }

    @Test func `What cannot be read hides nothing else`() async throws {
        let world = try await RedisWorld()
        for (score, member) in [
            ("1", "word but no JSON"), ("2", #"{"content": "word"}"#),
            ("3", #"{"role": "user", "content": "word \ud800 half"}"#),
            ("4", #"{"role": "user", "content": "a word"}"#),
        ] {
            try await world.addMessage(member, at: score, to: "half")
        }
        try await world.server.redis("SET", "session:text:messages", "word")
        try await world.server.redis("ZADD", "sessions:activity", "9", "text")
        try await world.server.redis("ZADD", "sessions:activity", "8", "gone")
        #expect(try await world.store.places("word") == [try id("half"): [4, 3]])
    }

    @Test func `A long session is read in parts, from its end`() async throws {
        let world = try await RedisWorld()
        let session = try await world.store.create("long", "word 0")
        for start in stride(from: 1, to: 9_001, by: 1000) {
            try await world.store.say(
                (start..<start + 1000).map { .user($0.isMultiple(of: 10) ? "word" : "text") },
                in: session)
        }
        let numbers = try await world.store.places("word")[session]
        #expect(numbers == (0...900).reversed().map { $0 * 10 + 1 })
        _ = world.traffic.takeNames()
        let first = try await world.store.found("word", limit: 3)
        #expect(first.flatMap(\.hits).map(\.message.number) == [9001, 8991, 8981])
        #expect(world.traffic.takeNames().count { $0 == "ZRANGE" } < 5)
    }

    @Test func `A search for the newest reads the newest sessions only`() async throws {
        let world = try await RedisWorld()
        for number in 0..<150 { try await world.store.create("s\(number)", "word", "word") }
        _ = world.traffic.takeNames()
        #expect(try await world.store.numbers("word", limit: 2) == [[2, 1]])
        // One for the list; what was read ahead counts too.
        #expect(world.traffic.takeNames().count { $0 == "ZRANGE" } < 152)
        let all = try await world.store.found("word")
        #expect(all.count == 150)
    }

    @Test func `A message that went away meanwhile is no hit`() async throws {
        let world = try await RedisWorld()
        let session = try await world.store.create("one", "word", "word")
        let stored = try await world.store.history(of: session, .all).messages
        let matcher = try MessageMatcher(SearchQuery(SearchTerm.word("word")))
        let candidates = try stored.map { message in
            let content = try #require(message.message)
            return HitCandidate(
                session: session, member: message.member, message: content,
                match: try #require(matcher.match(content, timestamp: message.timestamp)))
        }
        _ = try await world.store.remove(
            MessageRemoval(of: [stored[1]], as: .undo), from: session)
        let resolver = HitResolver(SearchRequest(SearchQuery()), in: world.store)
        let hits = try await resolver.resolve(candidates)
        #expect(hits.flatMap(\.hits).map(\.message.member) == [stored[0].member])
        try await world.server.redis("DEL", "session:\(session):messages")
        #expect(try await resolver.resolve(candidates).isEmpty)
    }

    @Test func `Sessions of equal activity are all seen`() async throws {
        let world = try await RedisWorld(namespace: "alice")
        for number in 0..<300 {
            try await world.server.redis(
                "ZADD", "alice:session:s\(number):messages", "5",
                #"{"role": "user", "content": "word", "timestamp": 5}"#)
            try await world.server.redis("ZADD", "alice:sessions:activity", "5", "s\(number)")
        }
        #expect(try await world.store.found("word").count == 300)
    }

    @Test func `A cancelled search ends`() async throws {
        let world = try await RedisWorld()
        for number in 0..<20 { try await world.store.create("s\(number)", "word") }
        let search = Task {
            var count = 0
            for try await _ in world.store.search(SearchRequest(SearchQuery())) {
                count += 1
                withUnsafeCurrentTask { $0?.cancel() }
            }
            return count
        }
        switch await search.result {
        case .success(let count): #expect(count == 1)
        case .failure(let error): #expect(error is CancellationError)
        }
    }
}
