import Chat
import REPL
import Terminal
import TestSupport
import Testing

@Suite struct AttachmentTests {
    private static let image: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 1, 2]

    private let files = MemoryFiles()
    private let seeing = ScriptedModel(capabilities: ["completion", "vision"])

    init() {
        files["notes.txt"] = "tea\nmilk\n"
        files["src/main.swift"] = "print(1)"
        files.put(Self.image, into: "cat.png")
        files.put([0, 1, 2], into: "program")
    }

    private func hold(
        _ inputs: [LineInput], _ model: ScriptedModel = ScriptedModel()
    ) async -> Dialogue {
        let dialogue = Dialogue(ScriptedLines(inputs: inputs), model: model, files: files)
        await dialogue.run()
        return dialogue
    }

    private func hold(_ lines: String..., model: ScriptedModel = ScriptedModel()) async -> Dialogue
    {
        await hold(lines.map { .line($0, isPasted: false) }, model)
    }

    @Test func `A file that a message names goes along in a fenced block`() async {
        let model = ScriptedModel()
        let dialogue = await hold("Sum up @notes.txt.", model: model)
        #expect(
            model.requests.last?.messages.last?.content
                == "Sum up @notes.txt.\n\nnotes.txt:\n```txt\ntea\nmilk\n```")
        #expect(dialogue.shown.contains("With notes.txt (9 B)."))
    }

    @Test func `What was pasted or stands in a block names no files`() async {
        let model = ScriptedModel()
        _ = await hold(
            [
                .line("@notes.txt %%", isPasted: true),
                .line("\"\"\"@notes.txt\"\"\"", isPasted: false),
            ], model)
        #expect(
            model.requests.compactMap(\.messages.last?.content) == ["@notes.txt %%", "@notes.txt"])
    }

    @Test(
        arguments: [
            ("See @./gone.txt", "There is no file “./gone.txt”."),
            ("See @src", "“src” is a folder."),
            ("See @program", "“program” is neither text in UTF-8 nor an image."),
            ("See @cat.png", "tiny:latest cannot see images."),
            ("What is %% like?", "There is no reply yet that %% could stand for."),
        ])
    func `A message whose file cannot go along is there again to be put right`(
        line: String, error: String
    ) async {
        let model = ScriptedModel()
        let dialogue = await hold(line, model: model)
        #expect(dialogue.shown.contains(error))
        #expect(dialogue.lines.prompts.last?.initialText == line)
        #expect(model.requests.isEmpty)
    }

    @Test func `A word that is no file is sent as it stands`() async {
        let model = ScriptedModel()
        let dialogue = await hold("What is @main in @angular/core?", model: model)
        #expect(model.requests.last?.messages.last?.content == "What is @main in @angular/core?")
        #expect(dialogue.shown.contains("“@angular/core” names no file here"))
    }

    @Test func `Images are shown to a model that sees, and stay with their message`() async throws {
        let dialogue = await hold(
            "What is cat.png?", "And now?", "/history", model: seeing)
        let digest = MessageImage(Self.image).digest
        for request in seeing.requests {
            #expect(request.images == [digest: Self.image])
            #expect(request.messages.first?.images == [digest])
        }
        #expect(dialogue.shown.contains("With cat.png (image, 11 B)."))
        #expect(dialogue.shown.contains("1 you · just now · 1 image\n"))
        let session = try #require(try await dialogue.newestSession())
        #expect(try await dialogue.store.images([digest], of: session.id) == [digest: Self.image])
    }

    @Test func `A message that is edited keeps its images in their order`() async throws {
        let images = (0..<3).map { MessageImage(Self.image + [$0]) }
        let store = MemorySessionStore()
        var new = NewSession(name: "Cats", messages: [.user("Look", with: images)])
        new.images = images
        _ = try await store.create(new)
        let dialogue = Dialogue(
            ScriptedLines(["/open Cats", "/edit", "Look again"]), model: seeing, store: store)
        await dialogue.run()
        #expect(seeing.requests.last?.messages.last?.images == images.map(\.digest))
        #expect(seeing.requests.last?.images.count == 3)
    }

    @Test func `The path of an image is only words to a model that does not see`() async {
        let model = ScriptedModel()
        _ = await hold("Convert cat.png to JPEG", model: model)
        #expect(model.requests.last?.images == [:])
        #expect(model.requests.last?.messages.last?.content == "Convert cat.png to JPEG")
    }

    @Test func `Attached files go along once`() async {
        let model = ScriptedModel()
        let dialogue = await hold(
            "/attach notes.txt src/main.swift", "/attach gone", "Go", "Again", model: model)
        #expect(
            dialogue.shown.contains("The next message goes with notes.txt (9 B), src/main.swift"))
        #expect(dialogue.shown.contains("There is no file “gone”."))
        let said = model.requests.compactMap(\.messages.last?.content)
        #expect(
            said == [
                "Go\n\nnotes.txt:\n```txt\ntea\nmilk\n```\n\nmain.swift:\n```swift\nprint(1)\n```",
                "Again",
            ])
    }

    @Test func `What was attached can be taken back`() async {
        let model = ScriptedModel()
        let dialogue = await hold(
            "/attach notes.txt", "/attach --clear", "Go", "/attach", model: model)
        #expect(model.requests.last?.messages.last?.content == "Go")
        #expect(dialogue.shown.contains("Nothing is attached."))
    }

    @Test func `Two percent signs stand for the last reply`() async {
        let model = ScriptedModel([.text("A poem.")])
        _ = await hold("Write", "Translate %% now, 100%% of it", model: model)
        #expect(
            model.requests.last?.messages.last?.content == "Translate A poem. now, 100%% of it")
    }

    @Test func `What is piped in beside words is fenced`() throws {
        #expect(OneShotPrompt(typed: "", piped: " \n") == nil)
        #expect(OneShotPrompt(typed: "", piped: "alone") == OneShotPrompt(typed: "alone"))
    }

    @Test func `A one-shot call takes files from its options only`() async throws {
        let sink = MemorySink()
        let model = ScriptedModel()
        let context = CommandContext(
            store: MemorySessionStore(), server: model,
            output: Output(sink: sink, standardOutput: .pipe, standardError: .pipe), lines: nil,
            door: .shell, settings: ChatSettings(), files: files)
        let prompt = try #require(
            OneShotPrompt(typed: "Read @cat.png", piped: "a\nb", attaching: ["notes.txt"]))
        _ = try await OneShot(context).run(prompt)
        #expect(
            model.requests.last?.messages.last?.content
                == "Read @cat.png\n\nnotes.txt:\n```txt\ntea\nmilk\n```\n\n```\na\nb\n```")
    }
}
