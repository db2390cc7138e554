import Chat
import Terminal
import TestSupport
import Testing

@testable import REPL

/// What is found at the prompt, and what can be done with it.
@Suite struct SearchCommandTests {
    /// A store with a session for each list of texts, the last used last.
    private func store(_ sessions: (String?, [String])...) async throws -> MemorySessionStore {
        let store = MemorySessionStore()
        for (name, texts) in sessions {
            let messages = texts.enumerated().map { index, text in
                index.isMultiple(of: 2) ? Message.user(text) : .assistant(text)
            }
            _ = try await store.create(NewSession(name: name, model: "tiny", messages: messages))
        }
        return store
    }

    @Test func `Hits are numbered below the names of their sessions`() async throws {
        let store = try await store(
            ("Old talk", ["What is Redis?", "Redis is a store."]), ("Other", ["Nothing here"]),
            ("New talk", ["I like redis", "So do I"]))
        let shown = await Dialogue.hold("/search redis", store: store).shown
        let lines = shown.split(separator: "\n")
        #expect(lines.first?.hasPrefix("New talk · just now · ") == true)
        #expect(lines.dropFirst().first == "  #1 1 you  I like redis")
        #expect(
            lines.dropFirst(3).prefix(2) == [
                "  #2 2 assistant  Redis is a store.", "  #3 1 you  What is Redis?",
            ])
        #expect(shown.contains("/open #1 shows the first in its session."))
        #expect(!shown.contains("--all"))
    }

    @Test func `The first screen is not more than a screen, and --all shows all`() async throws {
        let store = MemorySessionStore()
        for number in 0..<30 {
            _ = try await store.create(
                NewSession(name: "talk \(number)", messages: [.user("word \(number)")]))
        }
        let shown = await Dialogue.hold("/search word", store: store).shown
        #expect(shown.split(separator: "\n").count <= 23)
        #expect(shown.contains("/search --all shows all."))
        #expect(shown.contains("talk 29") && !shown.contains("talk 1 "))
        let all = await Dialogue.hold("/search --all word", store: store).shown
        #expect(all.contains("  #30 1 you  word 0"))
        #expect(!all.contains("--all shows"))
    }

    @Test func `A session with many hits leaves room for others`() async throws {
        let texts = Array(repeating: "word", count: 40)
        let store = try await store(("quiet", ["a word"]), ("loud", texts))
        let shown = await Dialogue.hold("/search word", store: store).shown
        #expect(shown.contains("#4 1 you  a word"))
        #expect(shown.contains("more in this session"))
    }

    @Test func `#n opens the session and shows what was said around the message`() async throws {
        let store = try await store(
            ("Talk", ["one", "two", "needle", "four", "five", "six"]), ("Other", ["hay"]))
        let dialogue = await Dialogue.hold("/search needle", "/open #1", "more", store: store)
        for text in ["2 assistant", "needle", "4 assistant", "2 messages more behind these"] {
            #expect(dialogue.shown.contains(text))
        }
        #expect(!dialogue.shown.contains("five"))
        #expect(try await dialogue.newestSession()?.name == "Talk")
        #expect(try await dialogue.newestSession()?.messageCount == 8)
    }

    @Test func `#n goes on in a branch from the message`() async throws {
        let store = try await store(("Talk", ["one", "two needles", "three", "four"]))
        let dialogue = await Dialogue.hold(
            "/search needle", "/branch #1 fork", "more", store: store)
        let branch = try #require(try await store.find("fork").first)
        #expect(branch.branchPoint == 2)
        #expect(branch.messageCount == 4)
        #expect(dialogue.shown.contains("This is “fork” now"))
    }

    @Test func `A hit that went away is told, and the active session stays`() async throws {
        let store = try await store(("Talk", ["needle"]), ("Here", ["hay"]))
        let talk = try #require(try await store.find("Talk").first)
        let lines = ScriptedLines(
            ["/open Here", "/search needle", "/branch #1", "/open #1", "more"])
        lines.onPrompt(3) { try? await store.delete(talk.id) }
        let dialogue = Dialogue(lines, store: store)
        await dialogue.run()
        #expect(try await dialogue.newestSession()?.name == "Here")
        #expect(try await store.list(offset: 0, limit: 5).sessions.count == 1)
    }

    @Test func `Rows that there are not, and lists of other things, are told`() async throws {
        let store = try await store(("Talk", ["needle"]))
        let shown = await Dialogue.hold(
            "/search needle", "/open #2", "/trash", "/branch #1", store: store
        ).shown
        #expect(shown.contains("The last list has no row #2"))
    }

    @Test func `Nothing found is said, and a wrong query is an error`() async throws {
        let store = try await store(("Talk", ["needle"]))
        let shown = await Dialogue.hold(
            "/search zebra", "/search", "/search role:nobody", "/search -E (", "/search in:this x",
            store: store
        ).shown
        for text in [
            "Nothing was found.", "There is nothing to look for", "role:nobody is not known",
            "is no regular expression", "Nothing was said in this session yet",
        ] {
            #expect(shown.contains(text))
        }
    }

    @Test func `in: means the active session and its family`() async throws {
        let store = try await store(("Other", ["word"]), ("Talk", ["word", "two"]))
        let dialogue = await Dialogue.hold(
            "/open Talk", "/branch 1 fork", "/search word in:branch", "/search two in:this",
            store: store)
        #expect(dialogue.shown.contains("#2 1 you  word"))
        #expect(!dialogue.shown.contains("Other"))
        #expect(dialogue.shown.contains("Nothing was found."))
    }

    @Test func `What could disturb the terminal is made visible`() async throws {
        let hostile = "needle \u{1B}]52;c;aGk=\u{07} \u{202E}dlrow"
        let store = try await store((hostile, [hostile]))
        let shown = await Dialogue.hold("/search needle", store: store).shown
        #expect(!shown.contains("\u{1B}]52") && !shown.contains("\u{202E}"))
    }

    @Test func `Text in wide characters keeps to one line`() async throws {
        let store = try await store(
            (
                String(repeating: "漢字の名前", count: 20),
                [String(repeating: "漢字のテキスト", count: 40) + " needle"]
            ))
        let lines = ScriptedLines(["/search needle"])
        let dialogue = Dialogue(lines, store: store, columns: 60)
        await dialogue.run()
        for line in dialogue.shown.split(separator: "\n").prefix(2) {
            #expect(CellWidth.of(line) <= 60)
        }
        #expect(dialogue.shown.contains("needle"))
    }

    @Test func `Words of a shell are a query again`() {
        #expect(SearchWords.line(of: ["one", "two words", "c++"]) == "one \"two words\" c++")
        #expect(SearchWords.line(of: ["session:two words"]) == "session:\"two words\"")
        #expect(SearchWords.line(of: ["std::two words"]) == "\"std::two words\"")
        #expect(SearchWords.line(of: ["redis \"a b\""]) == "redis \"a b\"")
    }
}
