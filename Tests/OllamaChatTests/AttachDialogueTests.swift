import Chat
import TestSupport
import Testing

/// Files that go along with messages, at a real terminal and in the shell.
@Suite struct AttachDialogueTests {
    private static let imageBytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    /// A stage with a model that sees.
    private func stage() async throws -> Stage {
        var behaviour = StubBehaviour()
        behaviour.models = [StubModel("llava", capabilities: ["completion", "vision"])]
        return try await Stage(behaviour)
    }

    @Test func `Tab completes the path of a file, whose text goes along`() async throws {
        let stage = try await stage()
        let home = try TemporaryFolder()
        try home.write("tea\nmilk\n", to: "notes.txt")
        let screen = try await stage.screen(home: home)
        try screen.type("Sum up @~/no")
        try screen.press("Tab")
        try await screen.waitForText("Sum up @~/notes.txt")
        try screen.press("Enter")
        try await screen.waitForText("With ~/notes.txt (9 B).")
        try await screen.waitForText("tokens/s")
        #expect(
            try await stage.messages().first?.content
                == "Sum up @~/notes.txt \n\nnotes.txt:\n```txt\ntea\nmilk\n```")
    }

    @Test func `A line whose file is not there can be put right`() async throws {
        let stage = try await stage()
        let screen = try await stage.screen()
        try screen.type("Sum up @~/gone.txt")
        try screen.press("Enter")
        try await screen.waitForText("There is no file “~/gone.txt”.")
        try await screen.waitFor("the line again") { $0.hasSuffix(">>> Sum up @~/gone.txt") }
        for _ in "@~/gone.txt" { try screen.press("BSpace") }
        try screen.type("nothing")
        try screen.press("Enter")
        try await screen.waitForText("tokens/s")
        #expect(try await stage.messages().first?.content == "Sum up nothing")
    }

    @Test func `An image is shown to the model, in the next turn and the next run too`()
        async throws
    {
        let stage = try await stage()
        let home = try TemporaryFolder()
        try home.write(Self.imageBytes, to: "cat.png")
        let first = try RunningProgram(
            Stage.program, ["--attach", home.file("cat.png"), "What is this?"],
            environment: stage.environment)
        #expect(try await first.end() == .exited(0))
        #expect(first.errors.contains("(image, 8 B)"))
        #expect(try await stage.run("-c", "And now?").status == .exited(0))
        let asked = stage.stub.requests.filter { $0.target == .chat }
        #expect(asked.count == 2)
        #expect(asked.allSatisfy { $0.text.contains(#""images":["iVBORw0KGgo="]"#) })
        #expect(try await stage.messages().first?.images.count == 1)
        let history = try await stage.run("history", "What is this?")
        #expect(history.output.contains("1 image"))
    }

    @Test func `A file that is not there is status 5, and nothing is asked`() async throws {
        let stage = try await stage()
        let (status, _, errors) = try await stage.run("--attach", "/gone/a.txt", "Hi")
        #expect(status == .exited(5))
        #expect(errors.contains("There is no file “/gone/a.txt”."))
        let batch = try await stage.run("--batch", "--attach", "/gone/a.txt", input: "Hi\n")
        #expect(batch.status == .exited(2))
        #expect(stage.stub.requests.allSatisfy { $0.target != .chat })
    }
}
