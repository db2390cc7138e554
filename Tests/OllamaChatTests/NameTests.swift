import Chat
import PlatformFoundation
import RedisSessions
import TestSupport
import Testing

@Suite struct NameTests {
    private static let names = [
        "two words", "emoji 👩‍💻 name", "a*b?[c]", "line\nbreak", "-dash", "--help", "\"quoted\"",
        "it's", "tab\tand \u{1B}[31mred", "naïve", String(repeating: "long ", count: 2000),
    ]

    @Test(arguments: names)
    func `A session is found by its name, whatever that is`(name: String) async throws {
        let stage = try await Stage()
        let store = try stage.store()
        let id = try await store.create(NewSession(name: name, messages: [.user("Q")])).session.id
        let said = try await stage.run("-s", name, "More")
        #expect(said.status == .exited(0), "\(said.errors)")
        #expect(try await store.history(of: id, .all).messages.count == 3)
        let history = try await stage.run("history", "--", name)
        #expect(history.output.contains("More"))
        let list = try await stage.run("list")
        #expect(list.output.split(separator: "\n").count == 2)
        #expect(!list.output.contains("\u{1B}[31m"))
        let renamed = try await stage.run("rename", id.text, "--", name + "!")
        #expect(renamed.status == .exited(0), "\(renamed.errors)")
        #expect(try await store.find(name + "!").map(\.id) == [id])
        let deleted = try await stage.run("delete", "--yes", "--", name + "!")
        #expect(deleted.status == .exited(0), "\(deleted.errors)")
        await store.close()
    }

    @Test func `What is not found, or could mean several, says what to do`() async throws {
        let stage = try await Stage()
        let store = try stage.store()
        for id in ["abcd-one", "abcd-two"] {
            let id = try #require(SessionID(id))
            _ = try await store.create(NewSession(id: id, name: "Same", messages: [.user("Q")]))
        }
        await store.close()
        for reference in ["Same", "abcd"] {
            let ambiguous = try await stage.run("-s", reference, "Hi")
            #expect(ambiguous.status == .exited(5))
            #expect(ambiguous.errors.contains("could mean 2 sessions: abcd-"))
            #expect(ambiguous.errors.contains("Give more of the id"))
        }
        let near = try await stage.run("-s", "sane", "Hi")
        #expect(near.errors.contains("Did you mean “Same”?"))
        let long = try await stage.run("-s", String(repeating: "x", count: 10_000), "Hi")
        #expect(long.status == .exited(5))
        #expect(long.errors.count < 500)
        #expect(long.errors.contains("ollama-chat list"))
        #expect(try await stage.run("-s", "abcd-one", "Hi").status == .exited(0))
        let empty = try await stage.run("-s", "", "Hi")
        #expect(empty.status == .exited(5))
    }
}
