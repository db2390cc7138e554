import PlatformFoundation
import TestSupport
import Testing

@testable import OllamaChat

@Suite struct VersionTests {
    private let program = "ollama-chat \(Version.text)\n"

    @Test func `The versions of the program and of the servers are shown`() async throws {
        let stage = try await Stage()
        var lines: [Substring] = []
        // On a loaded machine a server may need more than the second that it is given.
        for _ in 0..<20 where !lines.contains(where: { $0.hasPrefix("Ollama 0") }) {
            let run = try await stage.run("--version")
            #expect(run.status == .exited(0))
            lines = run.output.split(separator: "\n")
        }
        #expect(lines.count == 3)
        #expect(lines[0] == "ollama-chat \(Version.text)")
        #expect(lines[1].hasPrefix("store: Redis ") || lines[1].hasPrefix("store: Valkey "))
        #expect(lines[1].hasSuffix(" at \(stage.url)"))
        #expect(lines[2] == "Ollama 0.24.0 at \(stage.stub.address)")
    }

    @Test func `Servers that are away are said to be, and none is started`() async throws {
        let home = try TemporaryFolder()
        let run = try RunningProgram(
            Stage.program, ["--version"], environment: ["OLLAMA_HOST": "127.0.0.1:1"], home: home)
        #expect(try await run.end() == .exited(0))
        #expect(run.output.hasPrefix(program + "store: away, at unix://\(home.path)/"))
        #expect(run.output.hasSuffix("\nOllama is away, at http://127.0.0.1:1\n"))
        #expect(!FileManager.default.fileExists(atPath: home.file(".local")))
    }

    @Test func `Servers that keep silent are not waited for`() async throws {
        let stage = try await Stage()
        stage.stub.inject(.hang, on: .other)
        let silent = try await stage.run("--version")
        #expect(silent.status == .exited(0))
        // A client that waits is told in the end that nothing came, which is another sentence.
        #expect(silent.output.contains("Ollama is away"))
    }

    @Test func `What is wrong with the configuration is told beside the version`() async throws {
        let home = try ConfiguredHome("modle = \"x\"")
        let run = try await home.run(Stage(), ["--version"])
        #expect(run.status == .exited(0))
        #expect(run.output == program)
        #expect(run.errors.contains("Did you mean model?"))
    }
}
