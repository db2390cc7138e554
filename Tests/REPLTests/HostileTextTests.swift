import Chat
import REPL
import Terminal
import TestSupport
import Testing

/// Every way by which somebody else's words reach the terminal.
@Suite struct HostileTextTests {
    private struct Refusal: ChatFailure {
        let description: String
        var kind: ChatFailureKind { .modelServer }
        var hint: String? { description }
    }

    private func expectHarmless(
        _ dialogue: Dialogue, showing text: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(dialogue.shown.contains(text), sourceLocation: sourceLocation)
        let offence = HostileText.firstOffence(in: dialogue.shown)
        #expect(
            offence?.value == nil, "\(dialogue.shown.debugDescription)",
            sourceLocation: sourceLocation)
    }

    private func hold(
        _ lines: [String], _ model: ScriptedModel = ScriptedModel(),
        _ store: MemorySessionStore = MemorySessionStore(),
        programs: MemoryPrograms = MemoryPrograms(clipboardProgram: "xclip")
    ) async -> Dialogue {
        let dialogue = Dialogue(
            ScriptedLines(lines), model: model, store: store, programs: programs)
        await dialogue.run()
        return dialogue
    }

    @Test(arguments: HostileText.all)
    func `A reply and what is thought, however they are cut`(text: String) async {
        for chunks in [[text], text.unicodeScalars.map { String($0) }] {
            let events =
                chunks.map(ReplyEvent.thinking) + [.thinking("mark")]
                + chunks.map(ReplyEvent.text) + [.text("mark"), .done(ReplyEnd())]
            let model = ScriptedModel([.events(events)])
            let dialogue = await hold(["Hi", "/history", "/last", "/show 2", "/retry"], model)
            expectHarmless(dialogue, showing: "mark")
        }
    }

    @Test(arguments: HostileText.all)
    func `Messages of others, shown, found, listed, compared and copied`(text: String) async throws
    {
        let store = MemorySessionStore()
        let messages: [Message] = [
            .system("mark \(text)"), .user("needle \(text)"),
            .assistant("mark needle \(text)\n```\(text)\n\(text)\n```\n```\nb\n```"),
        ]
        _ = try await store.create(
            NewSession(name: "name \(text)", messages: messages))
        let dialogue = await hold(
            [
                "/sessions", "/open #1", "/history", "/last", "/last 2", "/show 2", "/show 3",
                "/code", "/copy 2", "/context", "/system", "/search needle", "/open #1", "/tree",
                "/stats", "/diff 2 3", "/branch 2", "/undo", "/shelf", "/export -f text -o -",
                "/delete", "/trash",
            ], ScriptedModel(), store)
        expectHarmless(dialogue, showing: "name")
    }

    @Test(arguments: HostileText.all)
    func `Names that are typed, of sessions, models, files and options`(text: String) async {
        let dialogue = await hold([
            "/new mark\(text)", "Hi", "/rename other\(text)", "/model no\(text)", "/open x\(text)",
            "/export out\(text)", "/code > out\(text)", "/import in\(text)", "/set x\(text) 1",
            "/set notify \(text)", "/search has:\(text)", "/no\(text)", "/template use \(text)",
        ])
        expectHarmless(dialogue, showing: "mark")
    }

    @Test(arguments: HostileText.all)
    func `What a model server calls its models`(text: String) async {
        let model = ScriptedModel(models: ["mark\(text)"])
        let dialogue = await hold(
            ["/model", "/show", "/ps", "Hi", "/history", "/show 2", "/stats"], model)
        expectHarmless(dialogue, showing: "mark")
    }

    @Test(arguments: HostileText.all)
    func `What a model server says of its failures`(text: String) async {
        let refusal = Refusal(description: "mark \(text)")
        let model = ScriptedModel([
            .failing([], refusal), .failing([.text("half")], refusal),
            .events([.text("x"), .done(ReplyEnd(reason: text))]),
        ])
        expectHarmless(await hold(["Hi", "/retry", "/retry", "/show 2"], model), showing: "mark")
    }

    @Test(arguments: HostileText.all)
    func `What a command writes`(text: String) async {
        let bytes = Array("mark \(text)".utf8)
        for chunks in [[bytes], bytes.map { [$0] }] {
            let programs = MemoryPrograms(output: chunks)
            let dialogue = await hold(["Hi", "/pipe x\(text)"], programs: programs)
            expectHarmless(dialogue, showing: "mark")
        }
    }

    @Test(arguments: HostileText.all)
    func `A question about something of others`(text: String) {
        let sink = MemorySink()
        let output = Output(sink: sink, standardOutput: .pipe, standardError: .terminal())
        output.prompt("Delete mark \(text)? ")
        #expect(HostileText.firstOffence(in: sink.text) == nil)
    }

    @Test func `Each text is found where it gets through`() {
        for text in HostileText.all {
            #expect(HostileText.firstOffence(in: "a\(text)b") != nil, "\(text.debugDescription)")
        }
        #expect(HostileText.firstOffence(in: "\r⠋ waits\u{1B}[K\r\u{1B}[Kfine\n") == nil)
    }
}
