import Chat
import Search
import Testing

@Suite struct SearchTests {
    @Test(arguments: StoreKind.allCases)
    func `The session used last comes first, and in it the last message`(_ kind: StoreKind)
        async throws
    {
        let store = try await World(kind).program()
        let old = try await store.create("old", "Tell me of Redis", "Redis is a store")
        try await store.create("other", "Something else")
        let new = try await store.create("new", "Hello", "Redis!", "nothing")
        let found = try await store.found("redis")
        #expect(found.map(\.session.id) == [new, old])
        #expect(found.map { $0.hits.map(\.message.number) } == [[2], [2, 1]])
        #expect(found.map { $0.hits.map(\.index) } == [[1], [1, 0]])
        #expect(found[0].session.name == "new")
        #expect(found[0].hits[0].message.message?.content == "Redis!")
        #expect(found.allSatisfy { !$0.hasMore })
    }

    @Test(arguments: StoreKind.allCases)
    func `No more is given than is asked for`(_ kind: StoreKind) async throws {
        let store = try await World(kind).program()
        try await store.create("old", "word", "word", "word", "word")
        try await store.create("new", "word", "word", "word")
        #expect(try await store.numbers("word", limit: 4) == [[3, 2, 1], [4]])
        let found = try await store.found("word", limitPerSession: 3)
        #expect(found.map { $0.hits.map(\.message.number) } == [[3, 2, 1], [4, 3, 2]])
        #expect(found.map(\.hasMore) == [false, true])
    }

    @Test(arguments: StoreKind.allCases)
    func `That there are more is told also where hits come one by one`(_ kind: StoreKind)
        async throws
    {
        let store = try await World(kind).program()
        let session = try await store.create("one", "word", "word", "word", "word", "word")
        let request = SearchRequest(SearchQuery(text: .pattern("w.rd")), limitPerSession: 3)
        let found = try await store.searching.search(request).collected()
        #expect(found.places == [session: [5, 4, 3]])
        #expect(found.last?.hasMore == true)
        #expect(found.dropLast().allSatisfy { !$0.hasMore })
    }

    @Test(arguments: StoreKind.allCases)
    func `The best order puts rare words before frequent ones`(_ kind: StoreKind) async throws {
        let store = try await World(kind).program()
        try await store.create("rare", "the zebra zebra zebra of the day")
        try await store.create("frequent", "the the the zebra")
        for number in 0..<10 { try await store.create("filler \(number)", "the end of the day") }
        let found = try await store.found("the zebra sort:best")
        #expect(found.map(\.session.name) == ["rare", "frequent"])
        let scores = found.flatMap { $0.hits.map(\.score) }
        #expect(scores == scores.sorted(by: >))
        #expect(
            try await store.found("the zebra sort:best", limit: 1).map(\.session.name) == ["rare"])
    }

    @Test(arguments: StoreKind.allCases)
    func `What a branch has of its parent is shown in the parent`(_ kind: StoreKind) async throws {
        let store = try await World(kind).program()
        let parent = try await store.create("parent", "word one", "word two", "word three")
        let branch = try await store.branch(NewBranch(of: parent)).session.id
        try await store.say([.user("word four")], in: branch)
        #expect(try await store.places("word") == [branch: [4], parent: [3, 2, 1]])
        #expect(
            try await store.places("word in:all") == [branch: [4, 3, 2, 1], parent: [3, 2, 1]])
        try await store.delete(parent)
        #expect(try await store.places("word") == [branch: [4, 3, 2, 1]])
    }

    @Test(arguments: StoreKind.allCases)
    func `What the parent has not any more is shown in the branch`(_ kind: StoreKind) async throws {
        let store = try await World(kind).program()
        let parent = try await store.create("parent", "word one", "word two")
        let branch = try await store.branch(NewBranch(of: parent)).session.id
        let history = try await store.history(of: parent, .all)
        _ = try await store.remove(
            MessageRemoval(of: [history.messages[1]], as: .undo), from: parent)
        #expect(try await store.places("word") == [branch: [2], parent: [1]])
    }

    @Test(arguments: StoreKind.allCases)
    func `Sessions are chosen by name, messages by role and by time`(_ kind: StoreKind)
        async throws
    {
        let store = try await World(kind).program()
        let python = try await store.create("Python tutorial", "word", "word")
        let swift = try await store.create("Swift", "word")
        try await store.create(nil, "word")
        #expect(try await store.places("word session:python") == [python: [2, 1]])
        #expect(try await store.places("word role:assistant") == [python: [2]])
        let moment = try await store.history(of: swift, .all).messages[0].timestamp
        var query = SearchQuery(text: .words(required: [.word("word")]))
        query.before = moment
        #expect(try await store.places(query) == [python: [2, 1]])
        (query.since, query.before) = (moment, moment.advanced(byMicroseconds: 1))
        #expect(try await store.places(query) == [swift: [1]])
    }

    @Test(arguments: StoreKind.allCases)
    func `Only the sessions are read that are named`(_ kind: StoreKind) async throws {
        let store = try await World(kind).program()
        let one = try await store.create("one", "word")
        try await store.create("two", "word")
        let gone = SessionID.random()
        let request = SearchRequest(
            SearchQuery(text: .words(required: [.word("word")])), in: [gone, one])
        #expect(try await store.searching.search(request).collected().map(\.session.id) == [one])
    }

    @Test(arguments: StoreKind.allCases)
    func `Deleted, removed and restored messages come and go`(_ kind: StoreKind) async throws {
        let store = try await World(kind).program()
        let session = try await store.create("session", "word", "word")
        try await store.delete(session)
        #expect(try await store.places("word") == [:])
        _ = try await store.undelete(session)
        #expect(try await store.places("word") == [session: [2, 1]])
        try await store.purge(session)
        #expect(try await store.places("word") == [:])
    }

    @Test(arguments: StoreKind.allCases)
    func `A pattern that is none is an error, before anything is read`(_ kind: StoreKind)
        async throws
    {
        let store = try await World(kind).program()
        let request = SearchRequest(SearchQuery(text: .pattern("(")))
        await #expect(throws: SearchQueryError.self) {
            _ = try await store.searching.search(request).collected()
        }
        try await store.create("one", "colour", "colors")
        let pattern = SearchQuery(text: .pattern("colou?r\\b"))
        #expect(try await store.places(pattern).values.map(\.self) == [[1]])
        let part = SearchQuery(text: .substring("OLOR"))
        #expect(try await store.places(part).values.map(\.self) == [[2]])
    }
}
