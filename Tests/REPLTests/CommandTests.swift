import Chat
import REPL
import TestSupport
import Testing

@Suite struct CommandTests {
    @Test func `Help lists every command of the registry`() async {
        let shown = await Dialogue.hold("/help").shown
        for command in CommandRegistry.all {
            #expect(shown.contains("/\(command.name)"), "/\(command.name) is missing.")
        }
    }

    @Test func `Help fits a terminal of eighty columns`() async {
        let dialogue = Dialogue(ScriptedLines(["/help"]), columns: 80)
        await dialogue.run()
        #expect(!dialogue.shown.contains("…"))
        for line in dialogue.shown.split(separator: "\n") {
            #expect(line.count <= 80, "\(line)")
        }
    }

    @Test func `Help lists the keys of the line source`() async {
        let shown = await Dialogue.hold("/help keys").shown
        #expect(shown.contains("Ctrl-T  Make tea"))
    }

    @Test func `Help explains one command`() async {
        let shown = await Dialogue.hold("/help /new").shown
        #expect(shown.contains("/new [NAME]"))
        #expect(shown.contains("Also: /clear"))
        #expect(!shown.contains("--help"))
        let sessions = await Dialogue.hold("/help sessions").shown
        #expect(sessions.contains("  --since <time>  "))
        #expect(sessions.contains("all are read"))
        #expect(!sessions.contains("--help"))
    }

    @Test func `No two commands share a name`() {
        let names = CommandRegistry.names
        #expect(Set(names).count == names.count)
    }

    @Test func `Sessions are switched by number, name and id, and go on where they were`()
        async throws
    {
        let dialogue = await Dialogue.hold(
            "first topic", "/new Second topic", "hello", "/sessions", "/open #2", "more")
        #expect(dialogue.shown.contains("Second topic"))
        let last = try #require(dialogue.model.requests.last)
        #expect(last.messages.map(\.content) == ["first topic", "echo: first topic", "more"])
        let byName = await Dialogue.hold(
            "/open second TOPIC", "again", store: dialogue.store)
        #expect(
            byName.model.requests.last?.messages.map(\.content) == [
                "hello", "echo: hello", "again",
            ])
        let id = try #require(try await dialogue.newestSession()).id.text
        let byID = await Dialogue.hold("/open \(id.prefix(6))", store: dialogue.store)
        #expect(byID.shown.contains("Second topic (4 messages"))
    }

    @Test func `A session that is not there is said, with the near name`() async {
        let dialogue = await Dialogue.hold(
            "Monads", "/open Monda", "/open #9", "/open nothing like", "/delete Mona")
        #expect(dialogue.shown.contains("There is no session “Monda”."))
        #expect(dialogue.shown.contains("Did you mean “Monads”?"))
        #expect(dialogue.shown.contains("No list was shown yet"))
        #expect(dialogue.shown.contains("There is no session “Mona”."))
        #expect(dialogue.shown.ranges(of: "Did you mean “Monads”?").count == 2)
    }

    @Test func `A session opens by the beginning of its name, and by its name in quotes`() async {
        let dialogue = await Dialogue.hold(
            "Monads explained", "/new", "/open monads", "/new", "/open \"Monads explained\"", "two")
        #expect(dialogue.shown.ranges(of: "Monads explained (2 messages").count == 2)
        #expect(dialogue.model.requests.last?.messages.count == 3)
    }

    @Test func `A question without a reply cannot be continued, but asked again`() async {
        let model = ScriptedModel([.failing([], REPLError.noModels)])
        let dialogue = await Dialogue.hold("Q", "/continue", "/retry", model: model)
        #expect(dialogue.shown.contains("The last question has no reply to go on with."))
        #expect(dialogue.shown.contains("echo: Q"))
    }

    @Test func `Opening shows the beginning of long messages only`() async {
        let long = (1...100).map { "line \($0)" }.joined(separator: "\n")
        let dialogue = await Dialogue.hold(
            "Q", "/open Q", "/history", model: ScriptedModel([.text(long)]))
        #expect(dialogue.shown.contains("characters more. /history shows them."))
        #expect(dialogue.shown.ranges(of: "line 12\n").count == 3)
        #expect(dialogue.shown.ranges(of: "line 13\n").count == 2)
    }

    @Test func `The list fits eighty columns and has room for names`() async throws {
        let store = MemorySessionStore(timeToLive: .seconds(7200))
        _ = try await store.create(name: "A name of over twenty cells", model: "smollm2:latest")
        let dialogue = Dialogue(ScriptedLines(["/sessions"]), store: store, columns: 80)
        await dialogue.run()
        #expect(dialogue.shown.contains("A name of over twenty cells"))
        #expect(dialogue.shown.contains("in 2 h") || dialogue.shown.contains("in 1 h"))
        #expect(!dialogue.shown.contains(":latest"))
        let without = await Dialogue.hold("Q", "/sessions")
        #expect(!without.shown.contains("EXPIRES"))
    }

    @Test func `A name cannot be empty`() async {
        let dialogue = await Dialogue.hold("Q", "/rename \"\"", "/rename")
        #expect(dialogue.shown.contains("The name is empty."))
        #expect(dialogue.shown.contains("Type /rename NAME"))
    }

    @Test func `The model is switched in the middle and the context stays`() async {
        let dialogue = await Dialogue.hold("one", "/model big:7b", "two", "/model")
        #expect(dialogue.model.requests.map(\.model) == ["tiny:latest", "big:7b"])
        #expect(dialogue.model.requests[1].messages.count == 3)
        #expect(dialogue.shown.contains("8192"))
    }

    @Test func `A model that is not there is said, with the near one`() async {
        let dialogue = await Dialogue.hold("/model big:8b", "/load tiny")
        #expect(dialogue.shown.contains("Did you mean big:7b?"))
        #expect(dialogue.shown.contains("The next reply comes from tiny:latest"))
    }

    @Test func `The system prompt is taken as it is typed`() async throws {
        let dialogue = await Dialogue.hold(
            "/system", "/system -v \"brief\" --now", "Q", "/system", "/system \"\"", "Q2")
        #expect(dialogue.shown.contains("This session has no system prompt."))
        #expect(
            dialogue.model.requests[0].messages.map(\.content) == ["-v \"brief\" --now", "Q"])
        #expect(dialogue.model.requests[1].messages.map(\.role) == [.user, .assistant, .user])
    }

    @Test func `A session is renamed and found by its new name`() async {
        let dialogue = await Dialogue.hold("Q", "/rename Ünïcode 日本 'name'", "/new", "/sessions")
        #expect(dialogue.shown.contains("Ünïcode 日本 'name'"))
    }

    @Test func `Deleting asks first, and leaves a new session behind`() async throws {
        let dialogue = await Dialogue.hold("Q", "/delete", "n", "/delete", "y", "next")
        #expect(dialogue.lines.prompts.contains { $0.text().contains("“Q” with 2 messages") })
        #expect(dialogue.shown.contains("Nothing was deleted."))
        #expect(dialogue.shown.contains("“Q” is in the trash for seven days."))
        let page = try await dialogue.store.list(offset: 0, limit: 10)
        #expect(page.sessions.map(\.name) == ["next"])
    }

    @Test func `Deleting by name with --yes does not ask`() async throws {
        let dialogue = await Dialogue.hold("two words", "/new", "/delete --yes two words")
        #expect(dialogue.shown.contains("“two words” is in the trash"))
        #expect(try await dialogue.store.list(offset: 0, limit: 10).total == 0)
    }

    @Test func `History shows numbers, speakers and states`() async {
        let model = ScriptedModel([.text("A1"), .events([.text("A2")])])
        let dialogue = await Dialogue.hold("Q1", "Q2", "/history", "/history 1", model: model)
        #expect(dialogue.shown.contains("\n1 you · just now"))
        #expect(dialogue.shown.contains("\n4 tiny:latest · just now · failed"))
    }

    @Test func `Commands that need a session say so`() async {
        let dialogue = await Dialogue.hold("/history", "/delete", "/retry", "/continue")
        #expect(dialogue.shown.contains("Nothing was said in this session yet."))
        #expect(dialogue.shown.contains("There is no question to ask again."))
        #expect(dialogue.shown.contains("There is no reply to go on with."))
        #expect(dialogue.lines.prompts.count == 5)
    }

    @Test func `Arguments that do not fit are explained`() async {
        let dialogue = await Dialogue.hold("/history none", "/sessions 0", "/quit now", "/quit")
        #expect(dialogue.shown.contains("Type /history [COUNT]"))
        #expect(dialogue.shown.contains("COUNT is a number from 1 up."))
        #expect(dialogue.lines.prompts.count == 4)
    }
}
