import Chat
import TestSupport
import Testing

@Suite struct DialogueTests {
    @Test func `A conversation is typed, left, and gone on with`() async throws {
        let stage = try await Stage()
        var screen = try await stage.screen()
        try screen.type("My first question")
        try screen.press("Enter")
        try await screen.waitForText("tokens/s")
        try screen.press("C-d")
        screen = try await stage.screen("-c")
        try await screen.waitForText("My first question (2 messages, smollm2:latest)")
        try screen.type("And a second")
        try screen.press("Enter")
        try await screen.waitForText("And a second")
        #expect(await eventually { (try? await stage.messages().count) == 4 })
        let asked = try #require(stage.stub.requests.last { $0.chat != nil }?.chat)
        #expect(asked.messages.map(\.role) == ["user", "assistant", "user"])
        #expect(asked.messages.last?.content == "And a second")
    }

    @Test func `Ctrl-C stops a reply, keeps what arrived, and the prompt comes back`() async throws
    {
        let stage = try await Stage(.slow(words: 500))
        let screen = try await stage.screen()
        try screen.type("Talk")
        try screen.press("Enter")
        try await screen.waitForText("word3 word4")
        try screen.press("C-c")
        try await screen.waitForText("Stopped. What arrived is kept")
        #expect(await stage.stub.departures.reach(1))
        let reply = try #require(try await stage.messages().last)
        #expect(reply.state == .interrupted)
        #expect(reply.content.contains("word3 word4"))
        stage.stub.behaviour = StubBehaviour()
        try screen.type("/retry")
        try screen.press("Enter")
        try await screen.waitForText("tokens/s")
        #expect(try await stage.messages().map(\.role) == [.user, .assistant])
    }

    @Test func `What is typed while a reply streams is sent when it ends`() async throws {
        let stage = try await Stage(.slow(words: 40))
        let screen = try await stage.screen()
        try screen.type("one")
        try screen.press("Enter")
        try await screen.waitForText("word2")
        stage.stub.behaviour = StubBehaviour()
        try screen.type("two")
        try screen.press("Enter")
        try await screen.waitFor("the second answer") { $0.contains(">>> two") }
        #expect(try !screen.text(history: true).contains("Next:"))
        #expect(await eventually { (try? await stage.messages().count) == 4 })
        #expect(try await stage.messages().map(\.content)[2] == "two")
    }

    @Test func `The line that waits stays below a reply that scrolls, and leaves no trace`()
        async throws
    {
        let stage = try await Stage(.slow(words: 8_000, interval: .milliseconds(5)))
        let screen = try await stage.screen(columns: 40, rows: 6)
        try screen.type("one")
        try screen.press("Enter")
        try await screen.waitForText("word2")
        for line in ["two", "three"] {
            try screen.type(line)
            try screen.press("Enter")
        }
        try await screen.waitFor("both lines") { $0.hasSuffix("\nNext (and 1 more): two") }
        try await screen.waitFor("both lines below later words") { text in
            text.contains("word80") && text.hasSuffix("\nNext (and 1 more): two")
        }
        try screen.press("C-c", "C-c")
        try await screen.waitFor("no line any more") { !$0.contains("Next") }
        try await screen.waitForText("Stopped")
        let words = try screen.text(history: true).split(whereSeparator: \.isWhitespace)
            .filter { $0.hasPrefix("word") }
        #expect(words.count >= 80)
        #expect(words.map(String.init) == (1...words.count).map { "word\($0)" })
        #expect(try await stage.messages().count == 2)
    }

    @Test func `The prompt shows session and model, as far as there is room and as wanted`()
        async throws
    {
        let stage = try await Stage()
        let right = ["OLLAMA_CHAT_PROMPT_RIGHT": "{{session}} · {{model}}"]
        let screen = try await stage.screen(variables: right, columns: 100)
        try screen.type("My question")
        try screen.press("Enter")
        try await screen.waitForText("My question · smollm2")
        try await screen.waitFor("the rest of the row") { $0.hasSuffix("My question · smollm2") }
        try screen.type(String(repeating: "x", count: 70))
        try await screen.waitFor("no room") { $0.hasSuffix("xxx") }
        try screen.press("C-u")
        try screen.resize(columns: 60, rows: 24)
        try await screen.waitFor("less room") { $0.hasSuffix("(/help for help)") }
        let wrong = try RunningProgram(
            Stage.program, ["Hi"],
            environment: stage.environment.merging(["OLLAMA_CHAT_PROMPT_LEFT": "{{x}}"]) { $1 })
        #expect(try await wrong.end() == .exited(2))
        #expect(wrong.errors.contains("{{session}}, {{model}}"))
    }

    @Test func `The keys are listed at the prompt`() async throws {
        let screen = try await Stage().screen()
        try screen.type("/help keys")
        try screen.press("Enter")
        try await screen.waitForText("Ctrl-G, Ctrl-X Ctrl-E           Edit in VISUAL or EDITOR")
    }

    @Test func `A paste is one message, whatever its last line is`() async throws {
        let stage = try await Stage()
        let screen = try await stage.screen()
        try screen.paste("first line\nsecond line\n/bye")
        try await screen.waitForText("/bye")
        try screen.press("Enter")
        try await screen.waitForText("tokens/s")
        #expect(try await stage.messages().first?.content == "first line\nsecond line\n/bye")
    }

    @Test func `Sessions are switched in one run and Tab completes their names`() async throws {
        let stage = try await Stage()
        let screen = try await stage.screen()
        for line in ["Alpha", "/new", "Beta", "/op"] {
            try screen.type(line)
            if line != "/op" {
                try screen.press("Enter")
                try await screen.waitFor("the prompt after \(line)") { text in
                    text.hasSuffix(">>> Send a message (/help for help)")
                }
            }
        }
        try screen.press("Tab")
        try await screen.waitForText(">>> /open")
        try screen.type("Al")
        try screen.press("Tab")
        try await screen.waitForText(">>> /open Alpha")
        try screen.press("Enter")
        try await screen.waitForText("Alpha (2 messages")
    }

    @Test func `Without a model server the prompt says so and stays usable`() async throws {
        let stage = try await Stage()
        #expect(try await stage.run("An old question").status == .exited(0))
        var environment = stage.environment
        environment["OLLAMA_HOST"] = "127.0.0.1:1"
        let screen = try TerminalScreen(Stage.program, ["-c"], environment: environment)
        try await screen.waitForText("Ollama is not running at http://127.0.0.1:1")
        try await screen.waitForText("An old question (2 messages")
        try screen.type("/sessions")
        try screen.press("Enter")
        try await screen.waitForText("#1*")
        try screen.type("A new one")
        try screen.press("Enter")
        try await screen.waitFor("a second complaint") { text in
            text.ranges(of: "Ollama is not running").count == 2
        }
        #expect(try await stage.messages().last?.content == "A new one")
    }

    @Test func `Typed lines are there in the next run, and private ones are not`() async throws {
        let stage = try await Stage()
        let state = try TemporaryFolder()
        let environment = stage.environment.merging(["XDG_STATE_HOME": state.path]) { $1 }
        let first = try TerminalScreen(Stage.program, environment: environment)
        for line in ["a question", " a secret"] {
            try await first.waitFor("the prompt") { $0.hasSuffix("(/help for help)") }
            try first.type(line)
            try await first.waitForText(">>> \(line)")
            try first.press("Enter")
        }
        try await first.waitFor("the prompt") { $0.hasSuffix("(/help for help)") }
        #expect(try state.read("ollama-chat/history") == "a question\n")
        let second = try TerminalScreen(Stage.program, environment: environment)
        try await second.waitForText(">>>")
        try second.press("Up")
        try await second.waitForText(">>> a question")
    }

    @Test func `Ctrl-C at a question means no, whatever was typed`() async throws {
        let stage = try await Stage()
        let screen = try await stage.screen()
        try screen.type("Keep this")
        try screen.press("Enter")
        try await screen.waitForText("tokens/s")
        try screen.type("/delete")
        try screen.press("Enter")
        try await screen.waitForText("[y/N]")
        try screen.type("y")
        try screen.press("C-c")
        try await screen.waitForText("Nothing was deleted.")
        #expect(try await stage.messages().count == 2)
    }
}
