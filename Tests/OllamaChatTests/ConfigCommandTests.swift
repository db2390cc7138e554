import ChatConfiguration
import PlatformFoundation
import TestSupport
import Testing

@Suite struct ConfigCommandTests {
    @Test func `The configuration is shown with where it comes from`() async throws {
        let stage = try await Stage()
        let home = try ConfiguredHome("model = \"llama3.2\"\nollama.token = \"hush\"")
        let shown = try await home.run(
            stage, ["--ttl", "1h", "config", "show"], ["OLLAMA_CHAT_QUIET": "yes"])
        let lines = shown.output.split(separator: "\n").map {
            $0.split(separator: " ").map(String.init)
        }
        #expect(lines.contains(["model", "llama3.2", "\(home.path):1"]))
        #expect(lines.contains(["ollama.token", "…", "\(home.path):2"]))
        #expect(lines.contains(["ttl", "1h", "--ttl"]))
        #expect(lines.contains(["quiet", "yes", "OLLAMA_CHAT_QUIET"]))
        #expect(lines.contains(["store.url", "\(stage.url)", "REDIS_URL"]))
        #expect(lines.contains(["options.seed", "default"]))
        #expect(lines.count == ConfigurationKey.all.count + 1)
        let json = try await home.run(stage, ["config", "--json"])
        let rows = try JSONDecoder().decode([Row].self, from: Data(json.output.utf8))
        #expect(rows.map(\.key) == ConfigurationKey.all.map(\.name))
        #expect(rows.first { $0.key == "ollama.token" }?.value == nil)
        #expect(!(json.output + shown.output).contains("hush"))
        let place = try await home.run(stage, ["config", "path"])
        #expect(place.output == home.path + "\n")
    }

    @Test func `Showing the configuration starts and asks nothing`() async throws {
        let home = try ConfiguredHome("")
        let run = try RunningProgram(Stage.program, ["config"], home: home.folder)
        #expect(try await run.end() == .exited(0))
        #expect(!FileManager.default.fileExists(atPath: home.folder.file(".local")))
    }

    @Test func `An editor is opened on a first file, which is checked afterwards`() async throws {
        let stage = try await Stage()
        let home = try ConfiguredHome()
        let editor = "printf 'ttl = \"1h\"\\n' >>"
        let good = try await home.run(stage, ["config", "edit"], ["EDITOR": editor])
        #expect(good.status == .exited(0), "\(good.errors)")
        #expect(good.errors.contains("is in order"))
        let text = try home.folder.read(".config/ollama-chat/config.toml")
        #expect(text.contains("# ollama.token = "))
        #expect(text.hasSuffix("ttl = \"1h\"\n"))
        let attributes = try FileManager.default.attributesOfItem(atPath: home.path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        let bad = try await home.run(
            stage, ["config", "edit"],
            ["VISUAL": "echo oops >", "EDITOR": "no-such-editor"])
        #expect(bad.status == .exited(2))
        #expect(bad.errors.contains("\(home.path):1:"))
        let gone = try await ConfiguredHome().run(
            stage, ["config", "edit"], ["EDITOR": "no-such-editor --wait"])
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
}

private struct Row: Decodable {
    let key: String
    let value: String?
}
