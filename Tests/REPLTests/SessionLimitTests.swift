import Chat
import Terminal
import TestSupport
import Testing

@testable import REPL

/// What keeps a session within its limits.
@Suite struct SessionLimitTests {
    private let store = MemorySessionStore()

    private func made(turns: Int) async throws -> SessionID {
        try await store.create(
            NewSession(
                name: "Talk", systemPrompt: "Be brief.", model: "tiny:latest",
                messages: (1...turns).flatMap { [Message.user("q\($0)"), .assistant("a\($0)")] })
        ).session.id
    }

    /// A reply after which so many of the 4096 tokens of the window are used.
    private func reply(_ text: String, using tokens: Int) -> ScriptedModel.Reply {
        .events([
            .text(text),
            .done(
                ReplyEnd(statistics: ReplyStatistics(promptTokens: tokens - 1, replyTokens: 1))),
        ])
    }

    private func hold(
        _ lines: [String], _ model: ScriptedModel, _ mode: CompactionMode, at percent: Int = 80
    ) async -> Dialogue {
        let dialogue = Dialogue(
            ScriptedLines(lines), model: model, store: store,
            settings: ChatSettings(compaction: mode, compactAt: percent))
        await dialogue.run()
        return dialogue
    }

    private func questions(_ dialogue: Dialogue) -> Int {
        dialogue.lines.prompts.count { $0.text().contains("Send a summary") }
    }

    @Test func `When the window fills up it is asked once, and the answer is remembered`()
        async throws
    {
        let id = try await made(turns: 4)
        let model = ScriptedModel([
            reply("small", using: 2400), reply("large", using: 2500), .text("They counted."),
            reply("larger", using: 3400), reply("more", using: 3500), .text("They went on."),
        ])
        let dialogue = await hold(
            ["/open Talk", "one", "two", "y", "three", "four"], model, .ask)
        #expect(questions(dialogue) == 1)
        #expect(dialogue.shown.contains("They counted."))
        #expect(dialogue.shown.contains("The window was 61 % full, so messages 2 to 9 are"))
        let session = try await store.history(of: id, .last(0)).session
        #expect(session.choices.compacts == true)
        #expect(session.summary?.text == "They went on.")
        #expect(session.messageCount == 17)
    }

    @Test func `No is remembered, too, and taken back by the command`() async throws {
        let id = try await made(turns: 4)
        let full = reply("full", using: 4000)
        let model = ScriptedModel([full, full, full, .text("They counted.")])
        let dialogue = await hold(
            ["/open Talk", "one", "n", "two", "/compact --auto on", "three"], model, .ask)
        #expect(questions(dialogue) == 1)
        let session = try await store.history(of: id, .last(0)).session
        #expect(session.choices.compacts == true && session.summary != nil)
        let later = await hold(
            ["/open Talk", "/compact --auto off", "four"], ScriptedModel([full]), .ask)
        #expect(questions(later) == 0)
    }

    @Test func `A message that was typed before the question is sent, and is no answer`()
        async throws
    {
        let id = try await made(turns: 4)
        let full = reply("full", using: 4000)
        let model = ScriptedModel([full, full, full])
        let dialogue = await hold(["/open Talk", "one", "two", "three"], model, .ask)
        #expect(questions(dialogue) == 1)
        #expect(model.requests.map { $0.messages.last?.content } == ["one", "two", "three"])
        let session = try await store.history(of: id, .last(0)).session
        #expect(session.choices.compacts == nil && session.summary == nil)
    }

    @Test func `Nobody is asked where it is configured, or where there is little to summarise`()
        async throws
    {
        let id = try await made(turns: 4)
        let full = reply("full", using: 2000)
        _ = await hold(["/open Talk", "one"], ScriptedModel([full]), .off, at: 40)
        #expect(try await store.history(of: id, .last(0)).session.summary == nil)
        let automatic = await hold(
            ["/open Talk", "two"], ScriptedModel([full, .text("They counted.")]), .auto, at: 40)
        #expect(questions(automatic) == 0)
        #expect(try await store.history(of: id, .last(0)).session.summary != nil)
        let short = await hold(
            ["/new", "three", "four"], ScriptedModel([full, full]), .ask, at: 40)
        #expect(questions(short) == 0)
    }

    @Test func `What is over the maximum goes to the shelf, in whole turns`() async throws {
        let id = try await made(turns: 10)
        var choices = ContextChoices()
        choices.pin([try await store.history(of: id, .positions(1..<2)).messages[0].timestamp])
        _ = try await store.change(id, [.choices(choices)])
        let dialogue = Dialogue(
            ScriptedLines(["/open Talk", "one", "two"]), store: store,
            settings: ChatSettings(mostMessages: 20))
        await dialogue.run()
        #expect(dialogue.shown.ranges(of: "went to the shelf, as the session keeps").count == 1)
        let history = try await store.history(of: id, .all)
        let said = history.messages.compactMap(\.message?.content)
        #expect(said.prefix(3) == ["Be brief.", "q1", "q5"])
        #expect(said.suffix(2) == ["two", "echo: two"])
        let shelf = try await store.shelf(of: id)
        #expect(shelf.map(\.kind) == [.prune])
        #expect(shelf.first?.messages.count == 7)
        #expect(history.messages.last?.number == 25)
    }

    @Test func `A store that does not take them off loses nothing`() async throws {
        let id = try await made(turns: 4)
        let faulty = FaultyStore(store)
        let output = Output(
            sink: MemorySink(), standardOutput: .terminal(columns: 80),
            standardError: .terminal(columns: 80))
        let context = CommandContext(
            store: faulty, server: ScriptedModel(), output: output, lines: nil, door: .shell,
            settings: ChatSettings(mostMessages: 4))
        context.activate(try await store.history(of: id, .last(0)).session)
        faulty.set(isAway: true)
        await context.shelveOldMessages()
        #expect(try await store.history(of: id, .all).messages.count == 9)
        faulty.set(isAway: false)
        await context.shelveOldMessages()
        #expect(try await store.history(of: id, .all).messages.count <= 4)
    }
}
