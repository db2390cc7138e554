import Chat
import REPL
import TestSupport
import Testing

@Suite struct CompleterTests {
    private func texts(_ line: String, _ store: MemorySessionStore = .init()) async -> [String] {
        let completer = Completer(CompletionContext(store: store, server: ScriptedModel()))
        return await completer.complete(line).candidates.map(\.text)
    }

    @Test func `Commands are completed, messages are not`() async {
        #expect(await texts("/se") == ["/sessions", "/search", "/set", "/serve"])
        #expect(await texts("hello /se").isEmpty)
        #expect(await texts("/nothing ").isEmpty)
        #expect(await texts("/s\n/s").isEmpty)
    }

    @Test func `Paths are completed behind an at sign and for files to attach`() async {
        let files = MemoryFiles()
        for path in ["notes.txt", "my notes.txt", "src/main.swift", ".hidden"] { files[path] = "x" }
        let completer = Completer(
            CompletionContext(
                store: MemorySessionStore(), server: ScriptedModel(), files: files))
        func texts(_ line: String) async -> [String] {
            await completer.complete(line).candidates.map(\.text)
        }
        #expect(await texts("Read @n") == ["@notes.txt"])
        #expect(await texts("@") == ["@\"my notes.txt\"", "@notes.txt", "@src/"])
        #expect(await texts("@src/") == ["@src/main.swift"])
        #expect(await texts("@.h") == ["@.hidden"])
        #expect(await texts("@\"my n") == ["@\"my notes.txt\""])
        #expect(await texts("me@n").isEmpty)
        #expect(await completer.complete("Read @n").replacing == 2)
        #expect(await texts("/attach src/main.swift n") == ["src/main.swift notes.txt"])
    }

    @Test func `Models and sessions are completed`() async throws {
        let store = MemorySessionStore()
        _ = try await store.create(name: "Swift actors")
        _ = try await store.create(name: "Sourdough")
        #expect(await texts("/model b", store) == ["big:7b"])
        #expect(await texts("/open sw", store) == ["Swift actors"])
        let completer = Completer(CompletionContext(store: store, server: ScriptedModel()))
        #expect(await completer.complete("/open sw").replacing == 2)
    }
}
