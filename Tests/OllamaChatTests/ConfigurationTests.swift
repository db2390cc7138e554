import ChatConfiguration
import FoundationEssentials
import Redis
import TestSupport
import Testing

@testable import OllamaChat

@Suite struct ConfigurationTests {
    @Test func `A token and headers reach the model server`() async throws {
        let stage = try await Stage()
        let home = try home(
            """
            [ollama]
            keep_alive = "5m"
            token = "t0ken"
            [ollama.headers]
            X-Team = "blue"
            """)
        #expect(try await run(stage, ["Hi"], home).status == .exited(0))
        #expect(stage.stub.requests.count > 1)
        for request in stage.stub.requests {
            #expect(request.headers["authorization"] == "Bearer t0ken")
            #expect(request.headers["x-team"] == "blue")
        }
        let kept = stage.stub.requests.last { $0.chat != nil }
        #expect(kept?.text.contains(#""keep_alive":300"#) == true)
    }

    @Test func `New sessions begin with what is configured, and options go before it`() async throws
    {
        let stage = try await Stage()
        let home = try home(
            """
            model = "smollm2"
            system = "From the file."
            quiet = true
            ttl = "1h"
            [options]
            num_ctx = 1024
            """)
        let first = try await run(stage, ["Hi"], home)
        #expect(first.errors.isEmpty)
        let chat = try #require(stage.stub.requests.compactMap(\.chat).last)
        #expect(chat.messages.first?.content == "From the file.")
        #expect(chat.options?.window == 1024)
        let list = try await run(stage, ["list", "--json"], home)
        let sessions = try JSONDecoder().decode([Living].self, from: Data(list.output.utf8))
        #expect((3500...3600).contains(sessions.first?.ttl ?? 0))

        let second = try await run(
            stage, ["--no-quiet", "--system", "Typed.", "-o", "num_ctx=2048", "Hi"], home,
            ["OLLAMA_CHAT_OPTIONS_NUM_CTX": "512"])
        #expect(second.errors.contains("tokens"))
        let asked = try #require(stage.stub.requests.compactMap(\.chat).last)
        #expect(asked.messages.first?.content == "Typed.")
        #expect(asked.options?.window == 2048)

        // A session that is there keeps what it has.
        _ = try await run(stage, ["-c", "more"], home)
        let more = try #require(stage.stub.requests.compactMap(\.chat).last)
        #expect(more.messages.first?.content == "Typed.")
        #expect(more.options?.window == 2048)
    }

    @Test func `The store and the model server are found by the file and by options`() async throws
    {
        let stage = try await Stage()
        let home = try home(
            "store.url = \"\(stage.url)\"\nstore.namespace = \"alice\"\n"
                + "ollama.host = \"\(stage.stub.address)\"")
        let none = ["OLLAMA_HOST": "", "REDIS_URL": ""]
        #expect(try await run(stage, ["Hi"], home, none).status == .exited(0))
        let keys = try await stage.redis.redis("KEYS", "*").array().map { try $0.text() }
        #expect(!keys.isEmpty)
        #expect(keys.allSatisfy { $0.hasPrefix("alice:") }, "\(keys)")
        let other = try await run(stage, ["--namespace", "bob", "list", "--json"], home, none)
        #expect(other.output == "[]\n" || other.output == "[\n\n]\n", "\(other.output)")
        let away = try await run(stage, ["--host", "127.0.0.1:1", "models"], home, none)
        #expect(away.status == .exited(4))
        #expect(away.errors.contains("127.0.0.1:1"))
    }

    @Test func `Addresses that are none are told with their place`() async throws {
        let stage = try await Stage()
        let home = try home("\nstore.url = \"http://x\"")
        let store = try await run(stage, ["list"], home, ["REDIS_URL": ""])
        #expect(store.status == .exited(2))
        #expect(store.errors.contains("\(path(home)):2 cannot be used"))
        let host = try await run(
            stage, ["models"], try self.home(), ["OLLAMA_CHAT_OLLAMA_HOST": "a b"])
        #expect(host.status == .exited(2))
        #expect(host.errors.contains("OLLAMA_CHAT_OLLAMA_HOST cannot be used"))
    }

    @Test(arguments: [["Hi"], ["list"], ["models"], ["config"], ["config", "show", "--json"]])
    func `A fault of the file is status 2, whatever is asked for`(arguments: [String]) async throws
    {
        let stage = try await Stage()
        let home = try home("modle = \"x\"")
        let run = try await run(stage, arguments, home)
        #expect(run.status == .exited(2))
        #expect(run.errors.contains("\(path(home)):1\nDid you mean model?"))
        #expect(run.output.isEmpty)
        #expect(stage.stub.requests.isEmpty)
    }

    @Test func `A file with a secret that others can read is refused with what to do`() async throws
    {
        let stage = try await Stage()
        let home = try home("ollama.token = \"hush\"", mode: 0o644)
        let refused = try await run(stage, ["Hi"], home)
        #expect(refused.status == .exited(2))
        let advice = try #require(
            refused.errors.split(separator: "\n").first { $0.hasPrefix("Run ") })
        let shell = try RunningProgram("/bin/sh", ["-c", String(advice.dropFirst(4))], home: home)
        #expect(try await shell.end() == .exited(0))
        #expect(try await run(stage, ["Hi"], home).status == .exited(0))
    }

    @Test func `The configuration is shown with where it comes from`() async throws {
        let stage = try await Stage()
        let home = try home("model = \"llama3.2\"\nollama.token = \"hush\"")
        let shown = try await run(
            stage, ["--ttl", "1h", "config", "show"], home, ["OLLAMA_CHAT_QUIET": "yes"])
        let lines = shown.output.split(separator: "\n").map {
            $0.split(separator: " ").map(String.init)
        }
        #expect(lines.contains(["model", "llama3.2", "\(path(home)):1"]))
        #expect(lines.contains(["ollama.token", "…", "\(path(home)):2"]))
        #expect(lines.contains(["ttl", "1h", "--ttl"]))
        #expect(lines.contains(["quiet", "yes", "OLLAMA_CHAT_QUIET"]))
        #expect(lines.contains(["store.url", "\(stage.url)", "REDIS_URL"]))
        #expect(lines.contains(["options.seed", "default"]))
        #expect(lines.count == ConfigurationKey.all.count + 1)
        let json = try await run(stage, ["config", "--json"], home)
        let rows = try JSONDecoder().decode([Row].self, from: Data(json.output.utf8))
        #expect(rows.map(\.key) == ConfigurationKey.all.map(\.name))
        #expect(rows.first { $0.key == "ollama.token" }?.value == nil)
        #expect(!(json.output + shown.output).contains("hush"))
        let place = try await run(stage, ["config", "path"], home)
        #expect(place.output == path(home) + "\n")
    }

    @Test func `Showing the configuration starts and asks nothing`() async throws {
        let home = try home("")
        let run = try RunningProgram(Stage.program, ["config"], home: home)
        #expect(try await run.end() == .exited(0))
        #expect(!FileManager.default.fileExists(atPath: home.file(".local")))
    }

    @Test func `An editor is opened on a first file, which is checked afterwards`() async throws {
        let stage = try await Stage()
        let home = try self.home()
        let editor = "printf 'ttl = \"1h\"\\n' >>"
        let good = try await run(stage, ["config", "edit"], home, ["EDITOR": editor])
        #expect(good.status == .exited(0), "\(good.errors)")
        #expect(good.errors.contains("is in order"))
        let text = try home.read(".config/ollama-chat/config.toml")
        #expect(text.contains("# ollama.token = "))
        #expect(text.hasSuffix("ttl = \"1h\"\n"))
        let attributes = try FileManager.default.attributesOfItem(atPath: path(home))
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        let bad = try await run(
            stage, ["config", "edit"], home,
            ["VISUAL": "echo oops >", "EDITOR": "no-such-editor"])
        #expect(bad.status == .exited(2))
        #expect(bad.errors.contains("\(path(home)):1:"))
        let gone = try await run(
            stage, ["config", "edit"], try self.home(), ["EDITOR": "no-such-editor --wait"])
        #expect(gone.status == .exited(1))
        #expect(gone.errors.contains("The editor no-such-editor --wait cannot be started."))
    }

    @Test func `The prompt shows the configuration and what was typed with it`() async throws {
        let stage = try await Stage()
        let screen = try await stage.screen("-o", "seed=7", columns: 100, rows: 50)
        try screen.type("/config")
        try screen.press("Enter")
        try await screen.waitFor("the seed") { text in
            text.split(separator: "\n").contains {
                $0.split(separator: " ") == ["options.seed", "7", "--option"]
            }
        }
        try screen.type("/config edit")
        try screen.press("Enter")
        try await screen.waitForText("ollama-chat config edit")
    }

    private func home(_ text: String? = nil, mode: Int = 0o600) throws -> TemporaryFolder {
        let home = try TemporaryFolder()
        guard let text else { return home }
        try FileManager.default.createDirectory(
            atPath: home.file(".config/ollama-chat"), withIntermediateDirectories: true)
        try home.write(text, to: ".config/ollama-chat/config.toml")
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path(home))
        return home
    }

    private func path(_ home: TemporaryFolder) -> String {
        home.file(".config/ollama-chat/config.toml")
    }

    private func run(
        _ stage: Stage, _ arguments: [String], _ home: TemporaryFolder,
        _ environment: [String: String] = [:]
    ) async throws -> (status: ProgramEnd, output: String, errors: String) {
        let run = try RunningProgram(
            Stage.program, arguments, environment: stage.environment.merging(environment) { $1 },
            home: home)
        let status = try await run.end()
        return (status, run.output, run.errors)
    }
}

private struct Living: Decodable {
    let ttl: Int?
}

private struct Row: Decodable {
    let key: String
    let value: String?
}
