import Chat
import REPL
import TestSupport
import Testing

@Suite struct SetCommandTests {
    @Test func `Options are set before and after the first message, and reach the model`()
        async throws
    {
        let dialogue = await Dialogue.hold(
            "/set temperature 0.5", "one", "/set parameter seed 7", "two", "/set num_ctx=2048",
            "three")
        let options = dialogue.model.requests.map(\.options)
        #expect(options[0] == ["temperature": .number(0.5)])
        #expect(options[1] == ["temperature": .number(0.5), "seed": .integer(7)])
        #expect(options[2]["num_ctx"] == .integer(2048))
        #expect(dialogue.shown.contains("temperature is 0.5 from now on."))
        let session = try #require(try await dialogue.newestSession())
        #expect(session.options == options[2])
    }

    @Test func `Options come back with their session`() async throws {
        let dialogue = await Dialogue.hold("one", "/set seed 7", "/new", "two", "/open #1")
        let again = await Dialogue.hold(
            "/open one", "/set seed", "more", store: dialogue.store)
        #expect(dialogue.model.requests[1].options.isEmpty)
        #expect(again.shown.contains("seed is 7"))
        #expect(again.model.requests[0].options == ["seed": .integer(7)])
    }

    @Test func `The window can grow by itself, and the model stay in memory for a time`()
        async throws
    {
        let dialogue = await Dialogue.hold(
            "/set num_ctx auto", "/set keep_alive 30m", "/set num_ctx", "one",
            "/set keep_alive soon")
        #expect(
            dialogue.model.requests[0].options
                == ["num_ctx": .integer(4096), "keep_alive": .integer(1800)])
        #expect(dialogue.shown.contains("num_ctx is auto"))
        #expect(dialogue.shown.contains("The option keep_alive cannot be soon."))
    }

    @Test(arguments: ["default", "-"])
    func `An option is taken back`(word: String) async throws {
        let dialogue = await Dialogue.hold(
            "/set seed 7", "/set seed \(word)", "one", "/set top_k 3", "/set min_p 0.1",
            "/set top_k \(word)", "/set top_k \(word)", "two")
        #expect(dialogue.model.requests[0].options.isEmpty)
        #expect(dialogue.model.requests[1].options == ["min_p": .number(0.1)])
        #expect(dialogue.shown.contains("top_k is as the model has it from now on."))
        #expect(dialogue.shown.contains("top_k was not set."))
    }

    @Test func `Only a change that loads the model again says so`() async {
        let words = "The server loads the model again"
        let known = await Dialogue.hold("Hi", "/set num_ctx 4096").shown
        #expect(known.contains("\(words) (2 GB) for the next message."))
        #expect(await Dialogue.hold("/set num_ctx 4096").shown.contains(words))
        #expect(await Dialogue.hold("/set shift false").shown.contains(words))
        #expect(await !Dialogue.hold("/set seed 1", "/set num_gpu -").shown.contains(words))
        let twice = await Dialogue.hold("/set num_gpu 1", "/set num_gpu 1").shown
        #expect(twice.ranges(of: words).count == 1)
    }

    @Test func `All options are listed with what is set, in eighty columns`() async {
        let dialogue = Dialogue(
            ScriptedLines(["/set stop END, STOP", "/set"]), columns: 80)
        await dialogue.run()
        for option in ModelOption.all { #expect(dialogue.shown.contains(option.name)) }
        #expect(dialogue.shown.contains("How freely tokens are chosen (0.8)."))
        #expect(dialogue.shown.contains("END, STOP"))
        #expect(!dialogue.shown.contains("…"))
    }

    @Test func `One option is shown with what the model has`() async {
        let dialogue = await Dialogue.hold(
            "/set temperature", "/set parameter seed", "/set stop A", "/set stop")
        #expect(dialogue.shown.contains("temperature is not set; the model has 0.2"))
        #expect(dialogue.shown.contains("seed is not set.\n"))
        #expect(dialogue.shown.contains("stop is A\n"))
    }

    @Test func `What is no option, or no value of it, is not set`() async throws {
        let dialogue = await Dialogue.hold(
            "/set temprature 1", "/set num_ctx many", "/set top_p 2", "/set num_predict 0", "one")
        #expect(dialogue.shown.contains("did you mean temperature?"))
        #expect(dialogue.shown.contains("It takes a whole number."))
        #expect(dialogue.shown.contains("at most 1"))
        #expect(dialogue.shown.contains("Use -1 for no limit."))
        #expect(dialogue.model.requests[0].options.isEmpty)
    }

    @Test func `The system prompt is set as with ollama run`() async {
        let dialogue = await Dialogue.hold(
            "/set system Be \"brief\" -- now", "/set system", "one")
        #expect(dialogue.shown.contains("The system prompt is set."))
        #expect(dialogue.model.requests[0].messages.first?.content == "Be \"brief\" -- now")
    }

    @Test func `Names and values are completed`() async {
        let completer = Completer(
            CompletionContext(store: MemorySessionStore(), server: ScriptedModel()))
        func texts(_ line: String) async -> [String] {
            await completer.complete(line).candidates.map(\.text)
        }
        #expect(await texts("/set num_c") == ["num_ctx"])
        #expect(await texts("/set parameter top_") == ["parameter top_k", "parameter top_p"])
        #expect(
            await texts("/set use_mmap ") == [
                "use_mmap true", "use_mmap false", "use_mmap default",
            ])
        #expect(await texts("/set parameter seed d") == ["parameter seed default"])
        #expect(await texts("/set sys") == ["system"])
        #expect(await completer.complete("/set num_c").candidates.first?.description != "")
        #expect(await completer.complete("/set top_").replacing == 4)
    }
}
