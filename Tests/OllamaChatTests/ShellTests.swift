import Chat
import PlatformFoundation
import Redis
import TestSupport
import Testing

@Suite struct ShellTests {
    @Test func `The reply alone goes to the standard output`() async throws {
        var behaviour = StubBehaviour()
        behaviour.reply = { _ in "one **two**\n\tthree" }
        let stage = try await Stage(behaviour)
        let (status, output, errors) = try await stage.run("Say", "it")
        #expect(status == .exited(0))
        #expect(output == "one **two**\n\tthree\n")
        #expect(errors.contains("tokens"))
        #expect(try await stage.messages().first?.content == "Say it")
    }

    @Test func `Help for a command that there is not is an error`() async throws {
        let stage = try await Stage()
        let (status, _, errors) = try await stage.run("help", "lst")
        #expect(status == .exited(2))
        #expect(errors.contains("There is no command lst"))
        #expect(errors.contains("Did you mean list?"))
        #expect(try await stage.run("help", "list").status == .exited(0))
    }

    @Test func `The standard input follows the words of the prompt`() async throws {
        let stage = try await Stage()
        _ = try await stage.run("Review this.", input: "a diff\nof two lines\n")
        #expect(
            try await stage.messages().first?.content
                == "Review this.\n\n```\na diff\nof two lines\n```")
        _ = try await stage.run("-c", input: "only piped")
        #expect(try await stage.messages().count == 4)
    }

    @Test func `Sessions are chosen by -c, -s and -n`() async throws {
        let stage = try await Stage()
        _ = try await stage.run("Alpha")
        _ = try await stage.run("-n", "Beta")
        _ = try await stage.run("-s", "alpha", "more")
        #expect(try await stage.messages().map(\.role).count == 4)
        let list = try await stage.run("list", "--json")
        let sessions = try JSONDecoder().decode([Listed].self, from: Data(list.output.utf8))
        #expect(sessions.map(\.name) == ["Alpha", "Beta"])
        #expect(sessions.map(\.message_count) == [4, 2])
        let beta = try #require(sessions.last)
        let history = try await stage.run("history", String(beta.id.prefix(5)), "--json")
        let messages = try JSONDecoder().decode([Said].self, from: Data(history.output.utf8))
        #expect(messages.map(\.role) == ["user", "assistant"])
        #expect(messages.map(\.state) == ["complete", "complete"])
        let legacy = try await stage.run("--history", beta.id)
        #expect(legacy.output.contains("Beta"))
        #expect(try await stage.run("-l").output.contains("Alpha"))
    }

    @Test func `The options of a session reach the model server`() async throws {
        let stage = try await Stage()
        _ = try await stage.run(
            "-m", "smollm2", "-o", "num_ctx=2048", "--system", "Be brief.", "Hi")
        let chat = try #require(stage.stub.requests.compactMap(\.chat).first)
        #expect(chat.options?.window == 2048)
        #expect(chat.messages.map(\.content) == ["Be brief.", "Hi"])
        _ = try await stage.run("-c", "again")
        #expect(stage.stub.requests.compactMap(\.chat).last?.options?.window == 2048)
        let words = "The server loads the model again"
        let same = try await stage.run("-c", "-o", "num_ctx=2048", "the same")
        #expect(!same.errors.contains(words))
        let other = try await stage.run(
            "-c", "-o", "num_ctx=4096", "--system", "Be long.", "more")
        #expect(other.errors.contains(words))
        let last = try #require(stage.stub.requests.compactMap(\.chat).last)
        #expect(last.options?.window == 4096)
        #expect(last.messages.first?.content == "Be long.")
        #expect(last.messages.filter { $0.role == "system" }.count == 1)
    }

    @Test func `A time to live is kept and shown`() async throws {
        let stage = try await Stage()
        _ = try await stage.run("--ttl", "1h", "Hi")
        let list = try await stage.run("list", "--json")
        let session = try #require(
            try JSONDecoder().decode([Listed].self, from: Data(list.output.utf8)).first)
        let seconds = try #require(session.ttl)
        #expect((3500...3600).contains(seconds))
    }

    private static let failures: [([String], Int32)] = [
        (["-s", "nothing-like-it", "Hi"], 5), (["-m", "no-model", "Hi"], 5),
        (["--quick", "-m", "no-model", "Hi"], 5),
        (["--no-such-option"], 2), (["-c", "-n", "Hi"], 2), (["-o", "temprature=1", "Hi"], 2),
        (["--redis", "nonsense", "Hi"], 2), (["--redis", "redis://127.0.0.1:1", "list"], 3),
        (["--redis", "redis://127.0.0.1:1", "-c", "Hi"], 3),
        (["--ttl", "sometime", "Hi"], 2), (["-q", "trash", "my", "files"], 2), (["history"], 2),
        (["delete", "x"], 5), (["delete"], 2), (["history", "-Ab3d_x"], 5), ([""], 2), ([], 2),
        (["-l", "extra"], 2), (["-o", "num_ctx=-5", "Hi"], 2), (["history", "#1"], 5),
    ]

    @Test(arguments: failures)
    func `Each failure has its exit status and a sentence`(
        arguments: [String], status: Int32
    ) async throws {
        let stage = try await Stage()
        let run = try RunningProgram(
            Stage.program, arguments, environment: stage.environment)
        #expect(try await run.end() == .exited(status), "\(run.errors)")
        #expect(run.errors.hasPrefix("Error: "))
        #expect(run.output.isEmpty)
    }

    @Test func `A missing model server is status 4, and a failed reply is status 1`() async throws {
        let stage = try await Stage()
        var environment = stage.environment
        environment["OLLAMA_HOST"] = "127.0.0.1:1"
        let run = try RunningProgram(Stage.program, ["Hi"], environment: environment)
        #expect(try await run.end() == .exited(4))
        stage.stub.inject(.errorLine(afterChunks: 2, words: "out of memory"))
        let failed = try await stage.run("Hi")
        #expect(failed.status == .exited(1))
        #expect(failed.errors.contains("out of memory"))
    }

    @Test func `An answer that cannot be written is a failure`() async throws {
        let stage = try await Stage()
        let run = try RunningProgram(
            "/bin/sh", ["-c", "exec \"$0\" Hi > /dev/full", Stage.program],
            environment: stage.environment)
        #expect(try await run.end() == .exited(1))
        #expect(run.errors.contains("The standard output cannot be written"))
        for option in ["--version", "--help"] {
            let short = try RunningProgram(
                "/bin/sh", ["-c", "exec \"$0\" \(option) > /dev/full", Stage.program],
                environment: stage.environment)
            #expect(try await short.end() == .exited(1))
        }
        #expect(try await stage.messages().count == 2)
    }

    @Test func `Options of every command may come first`() async throws {
        let stage = try await Stage()
        _ = try await stage.run("Alpha")
        let list = try await stage.run("--json", "list")
        #expect(try JSONDecoder().decode([Listed].self, from: Data(list.output.utf8)).count == 1)
    }

    @Test func `Durations that are none are told with the forms that there are`() async throws {
        let errors = try await Stage().run("--ttl", "sometime", "Hi").errors
        #expect(errors.contains("--ttl is “sometime”, which is no duration."))
        #expect(errors.contains("12h"))
    }

    @Test func `Ctrl-C is status 130 and keeps what arrived`() async throws {
        let stage = try await Stage(.slow(words: 1000))
        let program = try stage.start("Talk")
        #expect(await eventually { program.output.contains("word3") })
        program.signal(2)
        #expect(try await program.end() == .exited(130))
        #expect(try await stage.messages().last?.state == .interrupted)
    }

    @Test func `Deleting without a terminal needs --yes`() async throws {
        let stage = try await Stage()
        _ = try await stage.run("Alpha")
        let refused = try await stage.run("delete", "Alpha")
        #expect(refused.status == .exited(2))
        #expect(refused.errors.contains("--yes"))
        #expect(try await stage.run("delete", "--yes", "Alpha").status == .exited(0))
        let list = try await stage.run("list", "--json")
        #expect(try JSONDecoder().decode([Listed].self, from: Data(list.output.utf8)).isEmpty)
    }

    @Test func `Help and the version are no errors`() async throws {
        let stage = try await Stage()
        let version = try await stage.run("--version")
        #expect(version.status == .exited(0))
        #expect(version.output.contains("."))
        let help = try await stage.run("--help")
        #expect(help.status == .exited(0))
        for word in ["chat", "list", "history", "models", "rename", "delete", "--model", "-c,"] {
            #expect(help.output.contains(word))
        }
        #expect(try await stage.run("list", "--help").output.contains("[<text> ...]"))
    }
}

private struct Listed: Decodable {
    let id: String
    let name: String?
    let message_count: Int
    let ttl: Int?
}

private struct Said: Decodable {
    let role, content, state: String
    let timestamp: Double
}
