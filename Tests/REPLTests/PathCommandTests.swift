import Chat
import REPL
import TestSupport
import Testing

/// Commands that change the path of a session: undo, redo, the shelf, branches, other replies.
@Suite struct PathCommandTests {
    private func contents(_ dialogue: Dialogue) async throws -> [String] {
        let session = try #require(try await dialogue.newestSession())
        return try await dialogue.store.history(of: session.id, .all).messages
            .compactMap(\.message?.content)
    }

    @Test func `Turns are taken back and brought back`() async throws {
        let dialogue = await Dialogue.hold("one", "two", "three", "/undo 2")
        #expect(dialogue.shown.contains("Took back 4 messages, from “two” on."))
        #expect(try await contents(dialogue) == ["one", "echo: one"])
        let later = await Dialogue.hold("/open one", "/redo", "four", store: dialogue.store)
        #expect(later.shown.contains("Brought back 4 messages."))
        #expect(
            later.model.requests.last?.messages.map(\.content) == [
                "one", "echo: one", "two", "echo: two", "three", "echo: three", "four",
            ])
    }

    @Test func `Undo and redo step by step end where they began`() async throws {
        let dialogue = await Dialogue.hold(
            "one", "two", "/undo", "/undo", "/undo", "/redo", "/redo", "/redo")
        #expect(dialogue.shown.contains("There are not so many turns to take back."))
        #expect(dialogue.shown.contains("There is nothing to bring back"))
        #expect(try await contents(dialogue) == ["one", "echo: one", "two", "echo: two"])
    }

    @Test func `What was taken back before something else was said comes back in a branch`()
        async throws
    {
        let dialogue = await Dialogue.hold(
            "one", "two", "/undo", "three", "/redo", "/shelf", "/shelf #1")
        #expect(dialogue.shown.contains("There is nothing to bring back"))
        #expect(dialogue.shown.contains("/undo"))
        #expect(dialogue.shown.contains("came back in a branch of it: “one (branch)”"))
        #expect(try await contents(dialogue) == ["one", "echo: one", "two", "echo: two"])
        #expect(try await dialogue.store.list(offset: 0, limit: 9).total == 2)
    }

    @Test func `A turn that others have gone on behind is not taken back unseen`() async throws {
        let lines = ScriptedLines(["one", "/undo", "/undo"])
        let dialogue = Dialogue(lines)
        lines.onPrompt(2) { [store = dialogue.store] in
            _ = await Dialogue.hold("/open one", "from elsewhere", store: store)
        }
        await dialogue.run()
        #expect(dialogue.shown.contains("The session was changed meanwhile"))
        #expect(try await contents(dialogue) == ["one", "echo: one"])
    }

    @Test func `The shelf gives back a reply that was replaced`() async throws {
        let model = ScriptedModel([.text("first"), .text("second")])
        let dialogue = await Dialogue.hold("Q", "/retry", "/shelf", "/shelf 1", model: model)
        #expect(dialogue.shown.contains("Put back 1 message."))
        #expect(try await contents(dialogue) == ["Q", "first"])
        let session = try #require(try await dialogue.newestSession())
        let shelf = try await dialogue.store.shelf(of: session.id)
        #expect(shelf.flatMap(\.messages).compactMap(\.message?.content) == ["second"])
    }

    @Test func `Replies change places in any order, and a question has one of them`() async throws {
        let model = ScriptedModel([.text("first"), .text("second"), .text("third")])
        let dialogue = await Dialogue.hold(
            "Q", "/retry", "/retry", "/shelf", "/shelf #2", "/shelf", "/shelf #2", model: model)
        #expect(try await contents(dialogue) == ["Q", "second"])
        let session = try #require(try await dialogue.newestSession())
        let shelf = try await dialogue.store.shelf(of: session.id)
        #expect(
            Set(shelf.flatMap(\.messages).compactMap(\.message?.content)) == ["first", "third"])
    }

    @Test func `A reply whose question was taken back comes back with it, in a branch`()
        async throws
    {
        let model = ScriptedModel([.text("1"), .text("2"), .text("again")])
        let dialogue = await Dialogue.hold(
            "one", "two", "/retry", "/undo", "/shelf", "/shelf #2", model: model)
        #expect(dialogue.shown.contains("came back in a branch of it: “one (branch)”"))
        #expect(try await contents(dialogue) == ["one", "1", "two", "2"])
    }

    @Test func `A row that the shelf has not is an error`() async {
        let dialogue = await Dialogue.hold("Q", "/shelf #1", "/retry", "/shelf #2", "/open #1")
        #expect(dialogue.shown.contains("Nothing was taken off this session."))
        #expect(dialogue.shown.contains("The shelf has no row #2, only #1 to #1."))
        #expect(dialogue.shown.contains("No list was shown yet"))
    }

    @Test func `A retry can ask another model, with other options, this once`() async throws {
        let dialogue = await Dialogue.hold(
            "Q", "/retry -m big:7b -o temperature=0.5", "/retry -o temprature=1", "more")
        let asked = dialogue.model.requests
        #expect(asked.map(\.model) == ["tiny:latest", "big:7b", "tiny:latest"])
        #expect(asked.map { $0.options["temperature"] } == [nil, .number(0.5), nil])
        #expect(dialogue.shown.contains("temperature"))
        let session = try #require(try await dialogue.newestSession())
        #expect(session.model == "tiny:latest")
    }

    @Test func `Several models are tried, and one reply is picked`() async throws {
        let model = ScriptedModel([.text("usual"), .text("from big"), .text("from tiny")])
        let dialogue = await Dialogue.hold("Q", "/try big:7b,tiny", "1", "more", model: model)
        #expect(dialogue.lines.prompts.contains { $0.text().contains("Keep which? [1-2") })
        #expect(dialogue.shown.contains("The reply of big:7b is in its place"))
        #expect(
            model.requests.last?.messages.map(\.content) == ["Q", "from big", "more"])
        let session = try #require(try await dialogue.newestSession())
        let shelf = try await dialogue.store.shelf(of: session.id)
        #expect(
            Set(shelf.flatMap(\.messages).compactMap(\.message?.content)) == [
                "usual", "from tiny",
            ])
    }

    @Test func `A branch goes on from a message, and the old session stays`() async throws {
        let dialogue = await Dialogue.hold(
            "one", "two", "/branch 2 Another way", "three", "/branch", "/branch 99")
        #expect(dialogue.shown.contains("This is “Another way” now, with 2 messages."))
        #expect(
            dialogue.model.requests.last?.messages.map(\.content) == [
                "one", "echo: one", "three",
            ])
        #expect(dialogue.shown.contains("“Another way (branch)”"))
        #expect(dialogue.shown.contains("There is no message 99."))
        let names = try await dialogue.store.list(offset: 0, limit: 9).sessions.map(\.name)
        #expect(Set(names) == ["one", "Another way", "Another way (branch)"])
    }

    @Test func `Branches of one session have names of their own`() async throws {
        let dialogue = await Dialogue.hold("one", "/branch", "/open one", "/branch")
        let names = try await dialogue.store.list(offset: 0, limit: 9).sessions.compactMap(\.name)
        #expect(Set(names) == ["one", "one (branch)", "one (branch 2)"])
    }

    @Test func `A message is edited and sent in a branch from there`() async throws {
        let dialogue = await Dialogue.hold("one", "two", "/edit 3", "two, better", "/edit", "")
        #expect(dialogue.lines.prompts.contains { $0.initialText == "two" })
        #expect(dialogue.lines.prompts.contains { $0.initialText == "two, better" })
        #expect(dialogue.lines.remembered.contains("two, better"))
        #expect(
            try await contents(dialogue) == [
                "one", "echo: one", "two, better", "echo: two, better",
            ])
        #expect(dialogue.shown.contains("Nothing was changed."))
        let first = await Dialogue.hold("/open one", "/edit 1", "another", store: dialogue.store)
        #expect(first.model.requests.last?.messages.map(\.content) == ["another"])
        let wrong = await Dialogue.hold(
            "/open one", "/edit 2", "/edit 9", "/edit -e 1", store: dialogue.store)
        #expect(wrong.shown.contains("there is no terminal to ask at"))
        #expect(wrong.shown.contains("Message 2 is not one of yours"))
        #expect(wrong.shown.contains("There is no message 9."))
    }

    @Test func `In an empty session there is nothing to take back`() async {
        let dialogue = await Dialogue.hold(
            "/undo", "/redo", "/branch", "/edit", "/tree", "/prune --keep 1")
        #expect(dialogue.shown.ranges(of: "Nothing was said in this session yet.").count == 6)
    }
}
