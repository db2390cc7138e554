import Chat
import TestSupport
import Testing

@Suite struct PrivateStoreTests {
    @Test func `Without a Redis the program brings its own, and takes it away again`() async throws
    {
        let stub = try await StubOllama()
        let home = try TemporaryFolder()
        let environment = ["OLLAMA_HOST": stub.address]
        let first = try RunningProgram(
            Stage.program, ["Hello"], environment: environment, home: home)
        #expect(try await first.end() == .exited(0), "\(first.errors)")
        let second = try RunningProgram(
            Stage.program, ["-c", "again"], environment: environment, home: home)
        #expect(try await second.end() == .exited(0), "\(second.errors)")
        let list = try RunningProgram(
            Stage.program, ["list"], environment: environment, home: home)
        #expect(try await list.end() == .exited(0))
        #expect(list.output.contains("Hello"))
        #expect(list.output.contains(" 4 "))
        let probe = try RunningProgram(
            "/usr/bin/pgrep", ["-f", home.path + "/.local/share"], home: home)
        _ = try await probe.end()
        #expect(probe.output.isEmpty, "A server was left behind.")
    }

    @Test func `A missing redis-server is a sentence with what to install`() async throws {
        let stub = try await StubOllama()
        let program = try RunningProgram(
            Stage.program, ["Hello"],
            environment: ["OLLAMA_HOST": stub.address, "PATH": "/nonexistent"])
        #expect(try await program.end() == .exited(0))
        #expect(program.errors.contains("The store is not connected."))
        #expect(program.errors.contains("apt-get install redis-server"))
        let list = try RunningProgram(
            Stage.program, ["list"], environment: ["PATH": "/nonexistent"])
        #expect(try await list.end() == .exited(3))
    }
}
