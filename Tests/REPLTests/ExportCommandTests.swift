import Chat
import REPL
import TestSupport
import Testing

@Suite struct ExportCommandTests {
    private let files = MemoryFiles()

    private func hold(_ lines: String..., store: MemorySessionStore = MemorySessionStore()) async
        -> Dialogue
    {
        let dialogue = Dialogue(ScriptedLines(lines), store: store, files: files)
        await dialogue.run()
        return dialogue
    }

    private func contents(_ store: MemorySessionStore, _ reference: String) async throws -> [String]
    {
        let session = try #require(try await store.find(reference).first)
        return try await store.history(of: session.id, .all).messages.compactMap(
            \.message?.content)
    }

    @Test func `A session is written under a name made of its own`() async {
        let dialogue = await hold("What is /tmp?", "/export", "/export -f html")
        #expect(files.names == ["What-is-tmp.html", "What-is-tmp.json"])
        #expect(dialogue.shown.contains("Wrote 2 messages to What-is-tmp.json"))
        #expect(files["What-is-tmp.html"]?.contains("<!DOCTYPE html>") == true)
    }

    @Test(arguments: ["out.json", "out.jsonl", "out.md"])
    func `What was exported is brought in again, once`(name: String) async throws {
        let dialogue = await hold(
            "/new Tea", "/system Be brief.", "one", "two", "/retry", "/export \(name)",
            "/export \(name)")
        #expect(dialogue.shown.contains("There is such a file."))
        let elsewhere = await hold(
            "/import --dry-run \(name)", "/import \(name)", "/import \(name)", "/open #1")
        #expect(elsewhere.shown.contains("Would bring in 1 session with 5 messages."))
        #expect(elsewhere.shown.contains("Brought in 1 session with 5 messages."))
        #expect(
            elsewhere.shown.contains("Brought in 0 sessions with 0 messages; 1 were there already.")
        )
        #expect(
            try await contents(elsewhere.store, "tea") == [
                "Be brief.", "one", "echo: one", "two", "echo: two",
            ])
        let session = try #require(try await elsewhere.store.find("tea").first)
        #expect(try await elsewhere.store.list(offset: 0, limit: 9).total == 1)
        #expect(try await elsewhere.store.shelf(of: session.id).map(\.kind) == [.retry])
    }

    @Test(arguments: [["out.json"], ["out.jsonl"], ["--all", "all.json"]])
    func `Images go out and come in with their messages`(words: [String]) async throws {
        let images = [
            MessageImage([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0]),
            MessageImage([0xFF, 0xD8, 0xFF, 1]),
        ]
        let store = MemorySessionStore()
        var new = NewSession(name: "Cats", messages: images.map { .user("Look", with: [$0]) })
        new.images = images
        _ = try await store.create(new)
        _ = await hold("/open Cats", "/export \(words.joined(separator: " "))", store: store)
        let elsewhere = await hold("/import \(words.last ?? "")")
        #expect(elsewhere.shown.contains("Brought in 1 session with 2 messages."))
        let session = try #require(try await elsewhere.store.find("cats").first)
        let digests = Set(images.map(\.digest))
        let found = try await elsewhere.store.images(digests, of: session.id)
        #expect(found == Dictionary(uniqueKeysWithValues: images.map { ($0.digest, $0.bytes) }))
        let messages = try await elsewhere.store.history(of: session.id, .all).messages
        #expect(messages.map(\.message?.images) == images.map { [$0.digest] })
    }

    @Test func `All sessions are written, and branches stay branches`() async throws {
        _ = await hold("one", "/branch side", "two", "/export --all all.json")
        let elsewhere = await hold("/import all.json", "/open side", "/tree")
        #expect(elsewhere.shown.contains("Brought in 2 sessions"))
        #expect(elsewhere.shown.contains("└─ side"))
    }

    @Test func `A conversation that cannot be read does not stop the others`() async throws {
        files["mixed.json"] = #"""
            [{"metadata":{"name":"Good"},"messages":[{"role":"user","content":"Q"}]},
             {"metadata":{"name":"Bad"},"messages":[{"role":"user"}]},
             {"metadata":{"name":"Also good"},"messages":[{"role":"user","content":"R"}]}]
            """#
        let dialogue = await hold("/import mixed.json", "/import nothing.json", "/import -")
        #expect(dialogue.shown.contains("mixed.json"))
        #expect(dialogue.shown.contains("left out"))
        #expect(dialogue.shown.contains("There is no such file."))
        #expect(dialogue.shown.contains("At the prompt the standard input is the keyboard."))
        let names = try await dialogue.store.list(offset: 0, limit: 9).sessions.compactMap(\.name)
        #expect(Set(names).isSuperset(of: ["Good", "Also good"]))
    }

    @Test(arguments: [
        ("md", "## "), ("txt", "Q\n"), ("htm", "<!DOCTYPE html>"),
        ("NDJSON", #"{"type":"session""#),
    ])
    func `A format can be named as its files are`(ending: String, piece: String) async throws {
        _ = await hold("Q", "/export -f \(ending) out")
        #expect(try #require(files["out"]).contains(piece))
    }

    @Test func `A format that there is not is an error`() async {
        let dialogue = await hold("Q", "/export -f docx x", "/import -f docx x", "/export a b")
        #expect(dialogue.shown.contains("There is no format “docx”."))
        #expect(dialogue.shown.contains("One file is enough."))
        #expect(files.names == [])
    }

    @Test func `A long session is written whole`() async throws {
        let store = MemorySessionStore()
        _ = try await store.create(
            NewSession(name: "Long", messages: (0..<2_500).map { .user("message \($0)") }))
        _ = await hold("/open Long", "/export long.txt", store: store)
        let text = try #require(files["long.txt"])
        #expect(text.ranges(of: "message ").count >= 2_500)
        #expect(text.contains("message 2499"))
    }
}
