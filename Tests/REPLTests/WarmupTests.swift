import Chat
import TestSupport
import Testing

@testable import REPL

/// What the model server does while somebody types.
@Suite struct WarmupTests {
    private func dialogue(
        _ lines: [String], _ model: ScriptedModel, _ mode: WarmupMode = .prefix,
        isQuiet: Bool = false
    ) async throws -> Dialogue {
        let store = MemorySessionStore()
        for name in ["Tea", "Milk"] {
            _ = try await store.create(
                NewSession(
                    name: name, model: "tiny:latest",
                    messages: [.user("\(name)?"), .assistant("Yes.")]))
        }
        return Dialogue(
            ScriptedLines(lines), model: model, store: store,
            settings: ChatSettings(warmup: mode, isQuiet: isQuiet))
    }

    private func contents(_ request: ChatRequest) -> [String] { request.messages.map(\.content) }

    @Test func `A session that is opened is evaluated while the prompt is there`() async throws {
        let model = ScriptedModel([.text("warm"), .text("Because.")])
        let dialogue = try await dialogue(["/open Tea", "Why?"], model)
        dialogue.lines.onPrompt(2) { #expect(await model.arrivals.reach(2)) }
        await dialogue.run()
        #expect(model.loads == ["tiny:latest"])
        #expect(model.requests.map(contents) == [["Tea?", "Yes."], ["Tea?", "Yes.", "Why?"]])
        #expect(model.requests.map { $0.options["num_predict"] } == [.integer(1), nil])
        // What is evaluated beforehand is neither shown nor kept.
        #expect(dialogue.shown.contains("Because.") && !dialogue.shown.contains("warm"))
        #expect(try await dialogue.newestSession()?.messageCount == 4)
    }

    @Test func `It is evaluated once, and again where the beginning has changed`() async throws {
        let model = ScriptedModel()
        let dialogue = try await dialogue(
            ["/open Tea", "/help", "/model big:7b", "/open Milk", "/branch", "one", "two"], model)
        for (prompt, count) in [(2, 2), (3, 2), (4, 4), (5, 6), (6, 8), (7, 9), (8, 10)] {
            dialogue.lines.onPrompt(prompt) {
                #expect(await model.arrivals.reach(count))
                #expect(model.requests.count + model.loads.count == count)
            }
        }
        await dialogue.run()
        #expect(model.loads == ["tiny:latest", "big:7b", "tiny:latest", "tiny:latest"])
    }

    @Test func `Off does nothing, load loads, and what others run is left alone`() async throws {
        let idle = ScriptedModel()
        await (try await dialogue(["/open Tea", "/help"], idle, .off)).run()
        #expect(idle.loads.isEmpty && idle.requests.isEmpty)
        let loaded = ScriptedModel()
        let dialogue = try await dialogue(["/open Tea", "Why?"], loaded, .load)
        dialogue.lines.onPrompt(2) { #expect(await loaded.arrivals.reach(1)) }
        await dialogue.run()
        #expect(loaded.loads.count == 1 && loaded.requests.count == 1)
        let cloud = ScriptedModel(models: ["big:120b-cloud"])
        await
            (try await self.dialogue(
                ["/open Tea", "/model big:120b-cloud", "/help"], cloud, .load)).run()
        #expect(cloud.loads.allSatisfy { $0 == "tiny:latest" })
        #expect(ModelName.isCloud("glm:cloud") && !ModelName.isCloud("cloud:7b"))
    }

    @Test func `Enter gives up what is not finished, and the turn begins at once`() async throws {
        let model = ScriptedModel([.stalling([]), .text("Because.")])
        let dialogue = try await dialogue(["/open Tea", "Why?", "/quit"], model)
        dialogue.lines.onPrompt(2) { #expect(await model.arrivals.reach(2)) }
        await dialogue.run()
        #expect(dialogue.shown.contains("Because."))
        #expect(model.requests.count == 2)
    }

    @Test func `A model that is being loaded is loaded on for the turn, and nothing more`()
        async throws
    {
        let entered = EventCount()
        let ended = EventCount()
        let model = ScriptedModel {
            entered.add()
            defer { ended.add() }
            try await Task.sleep(for: .seconds(3600))
        }
        let dialogue = try await dialogue(["/open Tea", "Why?", "/open Milk", "/quit"], model)
        dialogue.lines.onPrompt(2) { #expect(await entered.reach(1)) }
        dialogue.lines.onPrompt(3) {
            #expect(ended.count == 0)
            #expect(model.requests.map(contents) == [["Tea?", "Yes.", "Why?"]])
        }
        // Another session gives up what helps no more.
        dialogue.lines.onPrompt(4) { #expect(await ended.reach(1)) }
        await dialogue.run()
    }

    @Test func `A sign is shown while it takes its time, and taken away`() async throws {
        let model = ScriptedModel([.stalling([])])
        let dialogue = try await dialogue(["/open Tea", "/open Milk"], model)
        dialogue.lines.onPrompt(2) { [lines = dialogue.lines] in
            #expect(await lines.refreshes.reach(1))
        }
        dialogue.lines.onPrompt(3) { [lines = dialogue.lines] in
            #expect(await eventually { !lines.prompts[1].text().hasSuffix(">>… ") })
        }
        await dialogue.run()
        let prompt = PromptText(isStoreAway: { false })
        prompt.show(isWarmingUp: true)
        #expect(prompt.text == ">>… ")
    }

    @Test func `A server that fails, or is busy, is not asked again and not told on`() async throws
    {
        for reply in [
            ScriptedModel.Reply.failing([], ChatError.streamCut),
            .stalling([.retrying(after: .seconds(60))]),
        ] {
            let model = ScriptedModel([reply])
            let dialogue = try await dialogue(["/open Tea", "/help"], model)
            dialogue.lines.onPrompt(2) { #expect(await model.arrivals.reach(2)) }
            await dialogue.run()
            #expect(model.requests.count == 1)
            #expect(!dialogue.shown.contains("reply ended"))
        }
    }
}
