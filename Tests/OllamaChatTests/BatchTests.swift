import Chat
import PlatformFoundation
import TestSupport
import Testing

@Suite struct BatchTests {
    private static let upper: StubBehaviour = {
        var behaviour = StubBehaviour()
        behaviour.reply = { $0.lastQuestion.uppercased() }
        return behaviour
    }()

    @Test func `Each line is a turn of one session, answered in order`() async throws {
        let stage = try await Stage(Self.upper)
        let (status, output, _) = try await stage.run(
            "--batch", input: "one\n\n   \ntwo\r\n/quit\nthree")
        #expect(status == .exited(0))
        #expect(output == "ONE\n\nTWO\n\n/QUIT\n\nTHREE\n\n")
        #expect(
            try await stage.messages().map(\.content) == [
                "one", "ONE", "two", "TWO", "/quit", "/QUIT", "three", "THREE",
            ])
        let last = try #require(stage.stub.requests.compactMap(\.chat).last)
        #expect(last.messages.count == 7)
    }

    @Test func `A reply comes before the next line is there`() async throws {
        let stage = try await Stage(Self.upper)
        let home = try TemporaryFolder()
        let pipe = try RunningProgram(
            "/bin/sh",
            [
                "-c",
                #"(echo one; while ! [ -s "$HOME/stdout" ]; do sleep 0.01; done; echo two) | "$0" --batch"#,
                Stage.program,
            ], environment: stage.environment, home: home)
        #expect(try await pipe.end() == .exited(0))
        #expect(pipe.output == "ONE\n\nTWO\n\n")
    }

    @Test func `JSON is one object a line`() async throws {
        let stage = try await Stage(Self.upper)
        stage.stub.inject(.errorLine(afterChunks: 0, words: "out of memory"))
        let (status, output, errors) = try await stage.run(
            "--batch", "--json", input: "one\ntwo\nthree\n")
        #expect(status == .exited(4) || status == .exited(1))
        #expect(errors.contains("out of memory"))
        let turns = try output.split(separator: "\n").map {
            try JSONDecoder().decode(Turn.self, from: Data($0.utf8))
        }
        #expect(turns.map(\.state) == ["failed", "complete", "complete"])
        #expect(turns.map { $0.message?.content } == [nil, "TWO", "THREE"])
        #expect(turns[0].error?.contains("out of memory") == true)
        #expect(Set(turns.map(\.session_id)).count == 1)
    }

    @Test func `A turn that failed sets the status, and the others go on`() async throws {
        let stage = try await Stage(Self.upper)
        stage.stub.inject(.errorLine(afterChunks: 1, words: "out of memory"))
        let (status, output, errors) = try await stage.run("--batch", input: "a b c d\ntwo\n")
        #expect(status == .exited(1))
        #expect(errors.contains("out of memory"))
        #expect(output.hasSuffix("\n\nTWO\n\n"))
    }

    @Test func `A model server that is away is told for each line`() async throws {
        let stage = try await Stage()
        let run = try RunningProgram(
            Stage.program, ["--batch", "--json"],
            environment: stage.environment.merging(["OLLAMA_HOST": "127.0.0.1:1"]) { $1 },
            input: "one\ntwo\n")
        #expect(try await run.end() == .exited(4))
        #expect(run.output.split(separator: "\n").count == 2)
        #expect(run.errors.split(separator: "\n").count { $0.hasPrefix("Error: ") } == 2)
    }

    @Test func `A batch goes on in a session, and takes no prompt`() async throws {
        let stage = try await Stage(Self.upper)
        _ = try await stage.run("Alpha")
        _ = try await stage.run("-s", "alpha", "--batch", input: "more\n")
        #expect(try await stage.messages().map(\.content) == ["Alpha", "ALPHA", "more", "MORE"])
        let wrong = try await stage.run("--batch", "word", input: "line\n")
        #expect(wrong.status == .exited(2))
        #expect(wrong.errors.contains("--batch takes no prompt"))
        let empty = try await stage.run("--batch", input: "")
        #expect(empty.status == .exited(0))
        #expect(empty.output.isEmpty)
    }

    @Test func `Ctrl-C ends the batch and keeps what arrived`() async throws {
        let stage = try await Stage(.slow(words: 1000))
        let program = try stage.start("--batch", input: "one\ntwo\n")
        #expect(await eventually { program.output.contains("word3") })
        program.signal(2)
        #expect(try await program.end() == .exited(130))
        let messages = try await stage.messages()
        #expect(messages.map(\.role) == [.user, .assistant])
        #expect(messages.last?.state == .interrupted)
    }
}

private struct Turn: Decodable {
    struct Message: Decodable {
        let content: String
    }

    let session_id, state: String
    let message: Message?
    let error: String?
}
