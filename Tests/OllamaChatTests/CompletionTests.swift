import Chat
import PlatformFoundation
import RedisSessions
import TestSupport
import Testing

@Suite struct CompletionTests {
    /// Names that a shell could take apart, or run.
    private static let names = [
        "Plain", "Two words", "$(touch ran)`touch ran`;touch ran&", "a\\b\"c'd*?[x]",
        "é:日本 ~#!{a,b}",
    ]

    @Test func `bash completes commands, options and their values`() async throws {
        let stage = try await Stage()
        #expect(try await complete(stage, "ollama-chat", "hi") == ["history"])
        #expect(try await complete(stage, "ollama-chat", "--ver") == ["--version"])
        #expect(try await complete(stage, "ollama-chat", "config", "").contains("edit"))
        #expect(try await complete(stage, "ollama-chat", "completion", "z") == ["zsh"])
        #expect(try await complete(stage, "ollama-chat", "list", "--js") == ["--json"])
    }

    @Test func `bash completes sessions and models`() async throws {
        var behaviour = StubBehaviour()
        behaviour.models = [StubModel("smollm2"), StubModel("qwen3:4b")]
        let stage = try await Stage(behaviour)
        let store = try stage.store()
        for name in ["Alpha", "Alpine hut", "Beta"] { _ = try await store.create(name: name) }
        let id = try await store.create().id.text
        await store.close()
        let some = Set(try await complete(stage, "ollama-chat", "-s", "Al"))
        #expect(some == ["Alpha", "Alpine hut"])
        #expect(try await complete(stage, "ollama-chat", "-s", "Alpine\\ ") == ["Alpine hut"])
        for command in ["history", "rename", "delete"] {
            #expect(try await complete(stage, "ollama-chat", command, "Be") == ["Beta"])
        }
        #expect(try await complete(stage, "ollama-chat", "--history", "Be") == ["Beta"])
        let beginning = String(id.prefix(6))
        #expect(try await complete(stage, "ollama-chat", "history", beginning) == [id])
        // Who waits at a key gets nothing of a server that takes longer than a second.
        #expect(
            try await eventually {
                Set(try await complete(stage, "ollama-chat", "-m", "")) == ["smollm2", "qwen3:4b"]
            })
        #expect(
            try await eventually {
                try await complete(stage, "ollama-chat", "-c", "--model", "sm") == ["smollm2"]
            })
        #expect(
            try await eventually {
                try await complete(stage, "ollama-chat", "models", "q") == ["qwen3:4b"]
            })
    }

    @Test func `A name is never run, and is completed as it is`() async throws {
        let stage = try await Stage()
        let store = try stage.store()
        for name in Self.names { _ = try await store.create(name: name) }
        await store.close()
        let home = try TemporaryFolder()
        let found = try await complete(stage, home: home, "ollama-chat", "-s", "")
        #expect(Set(found) == Set(Self.names))
        #expect(!FileManager.default.fileExists(atPath: home.file("ran")))
    }

    @Test func `Without servers nothing is completed, said or started`() async throws {
        let home = try TemporaryFolder()
        let nobody = ["OLLAMA_HOST": "127.0.0.1:1"]
        for words in [["-s", ""], ["-m", ""], ["delete", ""]] {
            let run = try shell(["ollama-chat"] + words, nobody, home)
            #expect(try await run.end() == .exited(0))
            #expect(run.output.isEmpty)
            #expect(run.errors.isEmpty)
        }
        #expect(!FileManager.default.fileExists(atPath: home.file(".local")))
    }

    @Test func `bash completes templates`() async throws {
        let stage = try await Stage()
        let home = try ConfiguredHome()
        for name in ["tutor", "two words"] {
            let made = try await home.run(stage, ["template", "edit", name], ["EDITOR": "true"])
            #expect(made.status == .exited(0), "\(made.errors)")
        }
        let option = try await complete(stage, home: home.folder, "ollama-chat", "--template", "t")
        #expect(Set(option) == ["tutor", "two words"])
        let command = try await complete(
            stage, home: home.folder, "ollama-chat", "template", "delete", "tu")
        #expect(command == ["tutor"])
    }

    @Test func `The private store is asked while it runs`() async throws {
        let home = try TemporaryFolder()
        let stage = try await Stage()
        let environment = ["OLLAMA_HOST": stage.stub.address]
        let screen = try TerminalScreen(Stage.program, environment: environment, home: home)
        try await screen.waitForText(">>>")
        try screen.type("Remember me")
        try screen.press("Enter")
        try await screen.waitForText("tokens")
        let run = try shell(["ollama-chat", "-s", "Rem"], environment, home)
        _ = try await run.end()
        #expect(run.output == "Remember me\n")
        // The program takes its store away, which would outlive its folder otherwise.
        try screen.press("C-d")
        let socket = home.file(".local/share/ollama-chat/redis/redis.sock")
        #expect(await eventually { !FileManager.default.fileExists(atPath: socket) })
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func `There is a script for each shell`(name: String) async throws {
        let script = try await Stage().run("completion", name)
        #expect(script.status == .exited(0))
        #expect(script.output.contains("session"))
        #expect(script.output.contains("history"))
    }

    @Test func `Another shell is a wrong argument`() async throws {
        let run = try await Stage().run("completion", "tcsh")
        #expect(run.status == .exited(2))
        #expect(run.errors.contains("bash"))
    }

    /// What bash offers for the last of some words.
    private func complete(
        _ stage: Stage, home: TemporaryFolder? = nil, _ words: String...
    ) async throws -> [String] {
        let run = try shell(words, stage.environment, home)
        #expect(try await run.end() == .exited(0))
        #expect(run.errors.isEmpty, "\(run.errors)")
        return run.output.split(separator: "\n").map(String.init)
    }

    /// Starts a bash that completes the last of some words, as it does at Tab.
    private func shell(
        _ words: [String], _ environment: [String: String], _ home: TemporaryFolder? = nil
    ) throws -> RunningProgram {
        let script = """
            source <(ollama-chat completion bash)
            COMP_WORDS=("$@")
            COMP_CWORD=$(($# - 1))
            COMP_LINE="$*"
            COMP_POINT=${#COMP_LINE}
            function=$(complete -p ollama-chat)
            function=${function#*-F }
            "${function%% *}" "$1" "${!#}" "${COMP_WORDS[COMP_CWORD - 1]}"
            [ ${#COMPREPLY[@]} = 0 ] || printf '%s\\n' "${COMPREPLY[@]}"
            """
        return try RunningProgram(
            "/bin/bash", ["--norc", "-c", script, "bash"] + words,
            environment: environment.merging(Stage.path) { $1 }, home: home)
    }
}
