import Chat
import RedisSessions
import TestSupport
import Testing

/// What is seen of long work in the shell.
@Suite struct ProgressTests {
    private func stage() async throws -> Stage {
        let stage = try await Stage()
        let store = try stage.store()
        let text = String(repeating: "word ", count: 40)
        for index in 0..<8 {
            _ = try await store.create(
                NewSession(
                    name: "Session \(index)",
                    messages: (0..<4_000).map { .user("\($0) \(text)") }))
        }
        await store.close()
        return stage
    }

    @Test func `How far an export and an import are is seen at a terminal only`() async throws {
        let stage = try await stage()
        let folder = try TemporaryFolder()
        let file = folder.file("all.json")
        let export = try PseudoTerminal(
            Stage.program, ["export", "--all", "-o", file], environment: stage.environment)
        #expect(try await export.waitForEnd() == .exited(0))
        #expect(export.output.contains(/Exporting \d+ of 32000 messages \(\d+ %\)/))
        #expect(export.output.hasSuffix("Wrote 32000 messages to \(file)\r\n"))
        let piped = try await stage.run("export", "--all", "-o", folder.file("again.json"))
        #expect(piped.errors == "Wrote 32000 messages to \(folder.file("again.json"))\n")

        let other = try await Stage()
        let importing = try PseudoTerminal(
            Stage.program, ["import", file], environment: other.environment)
        #expect(try await importing.waitForEnd() == .exited(0))
        #expect(importing.output.contains(/Importing \d+ of \d+ kB \(\d+ %\)/))
        #expect(importing.output.contains("Brought in 8 sessions with 32000 messages."))
        let quiet = try await other.run("import", file)
        #expect(quiet.errors == "Brought in 0 sessions with 0 messages; 8 were there already.\n")
    }
}
