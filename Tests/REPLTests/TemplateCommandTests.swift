import Chat
import REPL
import TestSupport
import Testing

@Suite struct TemplateCommandTests {
    private let tutor = SessionTemplate(
        model: "big:7b", systemPrompt: "You teach {{language}}.", options: ["seed": .integer(7)],
        messages: [.user("Hello from {{who}}."), .assistant("Hi.")])

    /// Holds a dialogue of lines with templates.
    private func hold(
        _ lines: [String], _ templates: [String: SessionTemplate] = [:],
        settings: ChatSettings = ChatSettings()
    ) async -> Dialogue {
        let dialogue = Dialogue(
            ScriptedLines(lines), settings: settings, templates: MemoryTemplates(templates))
        await dialogue.run()
        return dialogue
    }

    @Test func `A session is saved with all that it began with`() async throws {
        let dialogue = await hold([
            "/system You teach {{language}}.", "/set seed 7", "Q", "/template save tutor",
            "/template save --messages 0 bare", "/template save --messages 1 one",
        ])
        let saved = try dialogue.templates.template(named: "tutor")
        #expect(
            saved
                == SessionTemplate(
                    model: "tiny:latest", systemPrompt: "You teach {{language}}.",
                    options: ["seed": .integer(7)], messages: [.user("Q"), .assistant("echo: Q")]))
        #expect(try dialogue.templates.template(named: "bare").messages.isEmpty)
        #expect(try dialogue.templates.template(named: "one").messages == [.user("Q")])
        #expect(
            dialogue.shown.contains(
                "The template tutor is saved with the system prompt, 1 option and 2 messages."))
    }

    @Test func `Messages that no model knows are not saved`() async throws {
        let store = MemorySessionStore()
        let other = Message(role: Role(rawValue: "robot"), content: "beep")
        _ = try await store.create(NewSession(name: "Q", messages: [.user("a"), other]))
        let dialogue = Dialogue(
            ScriptedLines(["/template save x Q", "new"]), store: store,
            templates: MemoryTemplates())
        await dialogue.run()
        #expect(dialogue.model.requests.last?.messages == [.user("new")])
        #expect(try dialogue.templates.template(named: "x").messages == [.user("a")])
    }

    @Test func `A new session begins with a template, and asks for its variables`() async throws {
        let dialogue = await hold(
            ["before", "/template use tutor", "Swift", "me", "Q"], ["tutor": tutor])
        #expect(
            dialogue.lines.prompts.map { $0.text() }.filter { !$0.contains(">>>") }
                == ["language: ", "who: "])
        let asked = try #require(dialogue.model.requests.last)
        #expect(
            asked.messages.map(\.content) == ["You teach Swift.", "Hello from me.", "Hi.", "Q"])
        #expect(asked.model == "big:7b")
        #expect(asked.options == ["seed": .integer(7)])
        let sessions = try await dialogue.store.list(offset: 0, limit: 9).sessions
        #expect(sessions.map(\.name) == ["Q", "before"])
        #expect(dialogue.shown.contains("A new session from the template tutor."))
    }

    @Test func `What was asked for now goes before the template, and that before the usual`()
        async throws
    {
        let settings = ChatSettings(
            model: "tiny:latest", defaultSystem: "usual", options: ["top_k": .integer(1)],
            defaultOptions: ["seed": .integer(1), "min_p": .number(0.5)])
        let plain = SessionTemplate(model: "big:7b", options: ["seed": .integer(7)])
        let dialogue = await hold(
            ["/template use plain", "Q"], ["plain": plain], settings: settings)
        let asked = try #require(dialogue.model.requests.last)
        #expect(asked.model == "tiny:latest")
        #expect(asked.messages.first?.content == "usual")
        #expect(
            asked.options == [
                "seed": .integer(7), "min_p": .number(0.5), "top_k": .integer(1),
            ])
    }

    @Test func `One who does not answer stays where he was`() async throws {
        let lines = ScriptedLines(inputs: [
            .line("before", isPasted: false), .line("/template use tutor", isPasted: false),
            .line("Swift", isPasted: false), .interrupted, .line("after", isPasted: false),
        ])
        let dialogue = Dialogue(lines, templates: MemoryTemplates(["tutor": tutor]))
        await dialogue.run()
        #expect(dialogue.shown.contains("Stopped."))
        #expect(try await dialogue.newestSession()?.messageCount == 4)
    }

    @Test func `A model that is not there keeps a session from beginning`() async {
        let dialogue = await hold(
            ["before", "/template use x", "after"], ["x": SessionTemplate(model: "big:8b")])
        #expect(dialogue.shown.contains("Did you mean big:7b?"))
        #expect(dialogue.model.requests.last?.messages.count == 3)
    }

    @Test func `Templates are listed with what they ask for`() async {
        let dialogue = await hold(["/template"], ["tutor": tutor, "plain": SessionTemplate()])
        #expect(dialogue.shown.contains("language, who"))
        #expect(dialogue.shown.contains("You teach {{language}}."))
        #expect(await hold(["/template list"]).shown.contains("There are no templates."))
    }

    @Test func `What is replaced or deleted is asked for`() async throws {
        let dialogue = await hold(
            [
                "/set seed 1", "/template save tutor", "n", "/template delete tutor", "",
                "/template save -y tutor", "/template save tutor", "y", "/template delete other",
            ], ["tutor": tutor])
        #expect(try dialogue.templates.template(named: "tutor").options == ["seed": .integer(1)])
        #expect(dialogue.shown.contains("Nothing was saved."))
        #expect(dialogue.shown.contains("Nothing was deleted."))
        #expect(dialogue.shown.contains("There is no template other."))
        let gone = await hold(["/template delete tutor", "y"], ["tutor": tutor])
        #expect(gone.shown.contains("The template tutor is deleted."))
        #expect(try gone.templates.names().isEmpty)
    }

    @Test func `Arguments that do not fit are explained`() async {
        let dialogue = await hold([
            "/template use", "/template lst", "/template list x", "/template use x --messages 1",
            "/template save x --messages=-1", "/template edit x",
        ])
        #expect(dialogue.shown.ranges(of: "Type /template [ACTION] [NAME]").count == 5)
        #expect(dialogue.shown.contains("ollama-chat template edit x"))
    }

    @Test func `Actions and names are completed`() async {
        let completer = Completer(
            CompletionContext(
                store: MemorySessionStore(), server: ScriptedModel(),
                templates: MemoryTemplates(["tutor": tutor, "two": tutor])))
        func texts(_ line: String) async -> [String] {
            await completer.complete(line).candidates.map(\.text)
        }
        #expect(await texts("/template s") == ["save"])
        #expect(await texts("/template use t") == ["use tutor", "use two"])
        #expect(await texts("/template delete tw") == ["delete two"])
        #expect(await texts("/template list ").isEmpty)
    }
}
