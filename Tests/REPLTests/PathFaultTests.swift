import Chat
import REPL
import Terminal
import TestSupport
import Testing

/// Commands on the path of a session where something is in their way.
@Suite struct PathFaultTests {
    @Test func `What was taken back of an empty session does not come back behind other words`()
        async throws
    {
        let dialogue = await Dialogue.hold(
            "one", "/undo", "/redo", "/undo", "two", "/prune --keep 0 --yes", "/redo")
        #expect(dialogue.shown.contains("Brought back 2 messages."))
        #expect(dialogue.shown.contains("There is nothing to bring back"))
        let session = try #require(try await dialogue.newestSession())
        #expect(session.messageCount == 0)
        #expect(try await dialogue.store.shelf(of: session.id).count == 2)
    }

    @Test(arguments: [
        (#"/branch 2 na"me"#, #"na"me"#, 2), (#"/branch it's 2"#, "it's 2", 4),
        (#"/branch --at 2 --name "two words""#, "two words", 2), ("/branch 2 3", "3", 2),
        ("/branch 2", "one (branch)", 2),
    ])
    func `The name of a branch is taken as it is typed`(
        line: String, name: String, count: Int
    ) async throws {
        let dialogue = await Dialogue.hold("one", "two", line)
        let branch = try #require(try await dialogue.store.find(name).first)
        #expect(branch.name == name)
        #expect(branch.messageCount == count)
    }

    @Test func `Where a late reply went is told before a turn is taken back`() async throws {
        let memory = MemorySessionStore()
        let store = FaultyStore(memory)
        store.inject(.away, on: .finish)
        let lines = ScriptedLines(["one", "/undo"])
        lines.onPrompt(2) {
            guard let session = try? await memory.list(offset: 0, limit: 1).sessions.first else {
                return
            }
            _ = try? await memory.append(
                [.user("from elsewhere")], to: session.id, operation: .random())
        }
        let sink = MemorySink()
        let output = Output(
            sink: sink, standardOutput: .terminal(columns: 100),
            standardError: .terminal(columns: 100))
        let context = CommandContext(
            store: store, server: ScriptedModel(), output: output, lines: lines, door: .prompt,
            settings: ChatSettings())
        await ReadEvalPrintLoop(context, lines: lines).run()
        let told = try #require(
            sink.text.firstRange(of: "Others went on in the session, so the reply is in a branch"))
        let taken = try #require(sink.text.firstRange(of: "Took back 2 messages"))
        #expect(told.lowerBound < taken.lowerBound)
    }

    @Test func `Nothing is picked among replies while the store is away`() async throws {
        let dialogue = Dialogue(
            ScriptedLines(["one", "/try tiny,tiny"]),
            model: ScriptedModel([.text("1"), .text("2"), .text("3")]), isStoreAway: true)
        await dialogue.run()
        #expect(dialogue.shown.contains("The store is away, so the last reply stays for now"))
        #expect(!dialogue.lines.prompts.contains { $0.text().contains("Keep which?") })
    }
}
