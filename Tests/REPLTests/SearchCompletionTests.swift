import Chat
import REPL
import TestSupport
import Testing

@Suite struct SearchCompletionTests {
    private func texts(_ line: String, _ store: MemorySessionStore = .init()) async -> [String] {
        let completer = Completer(CompletionContext(store: store, server: ScriptedModel()))
        return await completer.complete(line).candidates.map(\.text)
    }

    @Test(arguments: [
        ("/search -", ["--all", "--regex", "--substring"]), ("/search word -", []),
        ("/search ", []), ("/search ro", ["role:"]),
        ("/search word s", ["word session:", "word since:", "word sort:"]),
        ("/search role:as", ["role:assistant"]),
        ("/search in:", ["in:this", "in:branch", "in:all"]),
        ("/search word sort:b", ["word sort:best"]), ("/search has:", ["has:code"]),
        ("/search since:", []), ("/search model:b", ["model:big:7b"]), ("/search std:", []),
        ("/search \"role:", []), ("/search \"two words\" role:u", ["\"two words\" role:user"]),
    ])
    func `Options, filters and their values are completed`(
        _ line: String, _ expected: [String]
    ) async {
        #expect(await texts(line) == expected)
    }

    @Test func `A name of several words is put into quotes, also open ones`() async throws {
        let store = MemorySessionStore()
        for name in ["Sourdough", "Swift actors", "say \"so\""] {
            _ = try await store.create(name: name)
        }
        for line in [
            "session:sw", "session:\"sw", "session:\"Swift a", "session:\"swift actors",
            "session:“Swift a",
        ] {
            #expect(
                await texts("/search " + line, store) == ["session:\"Swift actors\""], "\(line)")
        }
        #expect(await texts("/search session:so", store) == ["session:Sourdough"])
        #expect(await texts("/search session:\"so", store) == ["session:\"Sourdough\""])
        #expect(
            await texts("/search a session:\"Swift actors\" role:t", store)
                == ["a session:\"Swift actors\" role:tool"])
        #expect(await texts("/search session:sa", store).isEmpty)
        #expect(await texts("/search session:\"Swift actors\"", store).isEmpty)
    }

    @Test func `An id is no name`() async throws {
        let store = MemorySessionStore()
        _ = try await store.create(name: nil)
        let id = try #require(try await store.list(offset: 0, limit: 1).sessions.first).id
        #expect(await texts("/open \(id.text.prefix(4))", store) == [id.text])
        #expect(await texts("/search session:\(id.text.prefix(4))", store).isEmpty)
    }

    @Test func `The rows of what was found are completed behind open and branch`() async throws {
        let store = MemorySessionStore()
        _ = try await store.create(
            NewSession(name: "Talk", messages: [.user("a needle"), .assistant("no needle")]))
        let rows = ShownRows()
        await Dialogue(ScriptedLines(["/search needle"]), store: store, rows: rows).run()
        let completer = Completer(
            CompletionContext(store: store, server: ScriptedModel(), rows: rows))
        let found = await completer.complete("/open #").candidates
        #expect(found.map(\.text) == ["#1", "#2"])
        #expect(found.map(\.description) == ["no needle", "a needle"])
        #expect(await completer.complete("/branch #2").candidates.map(\.text) == ["#2"])
    }
}
