import Chat
import Redis
import Search
import TestSupport
import Testing

@testable import RedisSessions

@Suite struct IndexTests {
    private func found(_ text: String, _ search: any MessageSearch) async throws -> Int {
        let query = try SearchQueryParser { _ in nil }.parse(text)
        return try await search.search(SearchRequest(query)).collected()
            .reduce(0) { $0 + $1.hits.count }
    }

    private func world(_ count: Int = 5) async throws -> (RedisWorld, SearchIndex, [SessionID]) {
        let world = try await RedisWorld()
        var ids: [SessionID] = []
        for number in 0..<count {
            ids.append(
                try await world.store.create("talk \(number)", "a question", "answer \(number)"))
        }
        let index = SearchIndex(of: world.store, use: .on)
        try await index.reindex { _, _ in }
        return (world, index, ids)
    }

    @Test func `A word is looked up, and only messages that have it are read`() async throws {
        let (world, index, _) = try await world()
        let before = world.traffic.commands.count
        #expect(try await found("3", index) == 1)
        let reads = world.traffic.commands.dropFirst(before).filter { command in
            command.name == "ZRANGE"
                && command.arguments.first?.bytes.starts(with: "session:".utf8) == true
        }
        #expect(reads.count == 1)
    }

    @Test func `The status says how much is indexed, and how much is not`() async throws {
        let (world, index, ids) = try await world()
        let status = try #require(try await index.indexStatus())
        #expect(status.documents == 10 && status.messages == 10 && status.sessionsBehind == 0)
        #expect(status.terms == 8 && status.bytes > 500)
        try await world.store.say([.user("more")], in: ids[2])
        let later = try #require(try await index.indexStatus())
        #expect(later.documents == 10 && later.messages == 11 && later.sessionsBehind == 1)
        #expect(try await found("more", index) == 1)
    }

    @Test func `Without an index everything is read`() async throws {
        let (world, index, _) = try await world()
        try await index.removeIndex()
        #expect(try await world.texts("KEYS", "search:*").isEmpty)
        #expect(try await index.indexStatus() == nil)
        #expect(try await found("answer", index) == 5)
    }

    @Test func `An index that is deleted behind its back is not missed`() async throws {
        let (world, index, _) = try await world()
        #expect(try await found("answer", index) == 5)
        for key in try await world.texts("KEYS", "search:*") {
            try await world.server.redis("DEL", key)
        }
        #expect(try await found("answer", index) == 5)
    }

    @Test func `An index with a part missing is not used, and made anew`() async throws {
        let (world, index, ids) = try await world(40)
        #expect(try await world.number("EXISTS", "search:1:postings:answer") == 0)
        try await world.store.say(
            (0..<40).flatMap { [Message.user("question"), .assistant("answer \($0)")] }, in: ids[0])
        try await index.reindex { _, _ in }
        #expect(try await world.number("DEL", "search:1:postings:answer") == 1)
        #expect(try await found("answer", index) == 80)
        let keeping = Task { await index.keep() }
        defer { keeping.cancel() }
        #expect(
            try await eventually {
                try await world.number("EXISTS", "search:1:postings:answer") == 1
            })
        #expect(try await eventually { try await found("answer", index) == 80 })
    }

    @Test func `Another program's index is used, and its changes are seen`() async throws {
        let (world, _, ids) = try await world()
        let other = SearchIndex(of: world.store, use: .on)
        #expect(try await !other.settle())
        #expect(try await found("answer", other) == 5)
        try await world.addMessage(
            #"{"role": "user", "content": "foreign answer"}"#, at: "9000", to: ids[0].text,
            timeToLive: nil)
        #expect(try await other.settle())
        #expect(try await found("foreign", other) == 1)
        #expect(try await !SearchIndex(of: world.store, use: .on).settle())
    }

    @Test func `While another program writes the index, what it has not yet is read`() async throws
    {
        let (world, index, ids) = try await world()
        try await world.server.redis("SET", "search:1:lease", "theirs")
        try await world.store.say([.user("unheard")], in: ids[1])
        #expect(try await index.settle())
        #expect(try await found("unheard", index) == 1)
        #expect(try await world.text("GET", "search:1:lease") == "theirs")
    }

    @Test func `Nothing of a purged session is left in the index`() async throws {
        let (world, index, ids) = try await world()
        let secret = try await world.store.create("secret", "a question", "xylophone zebra answer")
        _ = try await index.settle()
        #expect(try await world.number("HLEN", "search:1:terms:xylo") == 1)
        try await world.store.purge(secret)
        #expect(try await world.number("EXISTS", "search:1:terms:xylo", "search:1:terms:zebr") == 0)
        #expect(try await world.texts("ZRANGE", "search:1:buckets", "0", "-1").contains("answ"))
        #expect(!(try await world.texts("ZRANGE", "search:1:buckets", "0", "-1").contains("xylo")))
        #expect(try await world.number("HEXISTS", "search:1:sessions", secret.text) == 0)
        let later = SearchIndex(of: world.store, use: .on)
        #expect(try await found("answer", later) == 5)
        #expect(try await later.indexStatus()?.documents == 2 * ids.count)
    }

    @Test func `What expired leaves no dead weight`() async throws {
        let (world, index, ids) = try await world()
        for id in ids.dropFirst() {
            try await world.server.redis("DEL", "session:\(id):messages", "session:\(id):meta")
        }
        #expect(try await index.settle())
        #expect(try await world.text("HGET", "search:1:meta", "dead") == "8")
        let catalog = IndexCatalog(world.store)
        #expect(try await IndexCompactor(world.store, catalog).run())
        #expect(try await world.text("HGET", "search:1:meta", "dead") == "0")
        let later = SearchIndex(of: world.store, use: .on)
        #expect(try await later.indexStatus()?.terms == 4)
        #expect(try await found("question", later) == 1)
        try await world.store.say([.user("question again")], in: ids[0])
        _ = try await later.settle()
        #expect(try await found("question", later) == 2)
    }

    @Test func `Under a namespace the index is under it too`() async throws {
        let world = try await RedisWorld(namespace: "alice")
        try await world.store.create("talk", "a question")
        let index = SearchIndex(of: world.store, use: .on)
        try await index.reindex { _, _ in }
        #expect(try await found("question", index) == 1)
        let keys = try await world.texts("KEYS", "*")
        #expect(keys.allSatisfy { $0.hasPrefix("alice:") })
        #expect(keys.contains("alice:search:1:meta"))
    }

    @Test func `An index is kept after the server was away`() async throws {
        let world = try await RedisWorld(appendOnly: true)
        let id = try await world.store.create("talk", "a question")
        let index = SearchIndex(of: world.store, use: .on)
        let keeping = Task { await index.keep() }
        defer { keeping.cancel() }
        #expect(try await eventually { try await index.indexStatus()?.documents == 1 })
        world.server.kill()
        #expect(await eventually { await !index.isChecked })
        try await world.server.start()
        #expect(await eventually { await index.isChecked })
        for number in 2...3 {
            try await world.store.say([.user("question \(number)")], in: id)
            #expect(try await eventually { try await index.indexStatus()?.documents == number })
        }
    }

    @Test func `A store that is small gets no index by itself`() async throws {
        let world = try await RedisWorld()
        try await world.store.create("talk", "a question")
        let index = SearchIndex(of: world.store)
        let keeping = Task { await index.keep() }
        defer { keeping.cancel() }
        #expect(await eventually { await index.isChecked })
        #expect(try await found("question", index) == 1)
        #expect(try await world.texts("KEYS", "search:*").isEmpty)
    }
}
