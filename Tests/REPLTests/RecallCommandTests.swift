import Chat
import Search
import TestSupport
import Testing

@testable import REPL

@Suite struct RecallCommandTests {
    private static let vectors = StubVector(synonyms: ["automobile": "car"])

    private func store() async throws -> MemorySessionStore {
        let store = MemorySessionStore()
        _ = try await store.create(
            NewSession(name: "Cars", messages: [.user("My car is broken"), .assistant("Oh.")]))
        _ = try await store.create(
            NewSession(name: "Tea", messages: [.user("How to make tea"), .assistant("Boil it.")]))
        return store
    }

    private func hold(
        _ lines: String..., store: MemorySessionStore, models: [String] = ["embed:latest"],
        choice: RecallChoice = RecallChoice(), covered: Int? = nil, canEmbed: Bool = true
    ) async -> Dialogue {
        let dialogue = Dialogue(
            ScriptedLines(lines),
            model: ScriptedModel(models: models, vectors: canEmbed ? Self.vectors : nil),
            store: store,
            recall: MemoryRecall(store, Self.vectors, covered: covered), recallChoice: choice)
        await dialogue.run()
        return dialogue
    }

    @Test func `A question in other words finds a message, which can be opened`() async throws {
        let dialogue = await hold(
            "/recall broken automobile", "/open #1", store: try await store())
        #expect(dialogue.shown.contains("Messages are compared by embed from now on."))
        #expect(dialogue.shown.contains("#1 1 you  My car is broken"))
        #expect(!dialogue.shown.contains("How to make tea"))
        #expect(dialogue.shown.contains("/open #1 shows the first in its session."))
        #expect(dialogue.shown.contains("Oh."))
        #expect(dialogue.model.embedded == [["broken automobile"]])
    }

    @Test func `Where no model is there, it is asked once whether to pull one`() async throws {
        let choice = RecallChoice()
        let dialogue = await hold(
            "/recall automobile", "n", "/recall tea", store: try await store(),
            models: ["tiny:latest"], choice: choice)
        let question =
            "Finding messages by what they mean needs a small model. Pull nomic-embed-text "
            + "(274 MB)? [y/N] "
        #expect(dialogue.lines.prompts.count { $0.text() == question } == 1)
        #expect(dialogue.model.pulled.isEmpty)
        #expect(dialogue.shown.contains("nomic-embed-text gets one."))
        #expect(dialogue.shown.contains("How to make tea"))
        #expect(choice.model == nil)
    }

    @Test func `A model that is wanted is pulled, and used with its own words`() async throws {
        let choice = RecallChoice()
        let dialogue = await hold(
            "/recall automobile", "y", store: try await store(), models: ["tiny:latest"],
            choice: choice)
        #expect(dialogue.model.pulled == ["nomic-embed-text"])
        #expect(choice.model == "nomic-embed-text")
        #expect(dialogue.model.embedded == [["search_query: automobile"]])
        #expect(dialogue.shown.contains("My car is broken"))
    }

    @Test func `A model that somebody else runs is not taken unasked`() async throws {
        let choice = RecallChoice()
        let dialogue = await hold(
            "/recall car", "n", store: try await store(), models: ["embed:cloud"], choice: choice)
        #expect(choice.model == nil)
        #expect(dialogue.model.embedded.isEmpty)
    }

    @Test func `A server that cannot leaves the words, and says so`() async throws {
        let dialogue = await hold(
            "/recall tea", store: try await store(), canEmbed: false)
        #expect(dialogue.shown.contains("Only words are looked for: "))
        #expect(dialogue.shown.contains("How to make tea"))
    }

    @Test func `How far the vectors are is said as long as some are missing`() async throws {
        let choice = RecallChoice("embed")
        let some = await hold("/recall car", store: try await store(), choice: choice, covered: 1)
        #expect(some.shown.contains("1 of 4 messages are compared by what they mean so far;"))
        let all = await hold("/recall car", store: try await store(), choice: choice)
        #expect(!all.shown.contains("so far"))
    }

    @Test func `A question is needed, and filters are those of a search`() async throws {
        let dialogue = await hold(
            "/recall", "/recall role:user", "/recall car role:nobody", store: try await store())
        #expect(dialogue.shown.ranges(of: "Error:").count == 3)
        #expect(dialogue.model.embedded.isEmpty)
    }

    @Test func `The index tells how far the vectors are, and they are removed with it`()
        async throws
    {
        let store = try await store()
        let recall = MemoryRecall(store, Self.vectors, covered: 1)
        let index = ScriptedIndex(
            store, IndexStatus(documents: 4, terms: 9, bytes: 10, sessionsBehind: 0, messages: 4))
        let dialogue = Dialogue(
            ScriptedLines(["/index", "/index remove", "/index"]), store: store, index: index,
            recall: recall, recallChoice: RecallChoice("embed"))
        await dialogue.run()
        #expect(dialogue.shown.contains("vectors       1 of 4 messages (25 %), 2 kB"))
        #expect(dialogue.shown.contains("Vectors: 1 of 4 messages (25 %), 2 kB."))
        #expect(recall.wasRemoved)
    }
}
