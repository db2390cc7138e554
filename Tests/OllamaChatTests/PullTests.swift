import Platform
import TestSupport
import Testing

@Suite struct PullTests {
    private func stage(interval: Duration = .zero) async throws -> Stage {
        var behaviour = StubBehaviour()
        behaviour.library = [StubModel("nomic-embed-text", size: 274_000_000)]
        behaviour.interval = interval
        return try await Stage(behaviour)
    }

    @Test func `A model is pulled in the shell, where a pipe gets the last line only`()
        async throws
    {
        let stage = try await stage()
        let run = try await stage.run("models", "pull", "nomic-embed-text")
        #expect(run.status == .exited(0))
        #expect(run.output.isEmpty)
        #expect(
            run.errors == "nomic-embed-text is pulled (274 MB).\n"
                + "ollama-chat -m nomic-embed-text talks to it.\n")
        #expect(try await stage.run("models").output.contains("nomic-embed-text"))
    }

    @Test func `What cannot be pulled is said, with a status`() async throws {
        let stage = try await stage()
        let unknown = try await stage.run("models", "pull", "nosuch")
        #expect(unknown.status == .exited(5))
        #expect(unknown.errors.contains("There is no model nosuch to pull."))
        #expect(try await stage.run("models", "pull").status == .exited(2))
        let asked = try await stage.run("-m", "nosuch", "Hi")
        #expect(asked.status == .exited(5))
        #expect(asked.errors.contains("ollama-chat models pull nosuch"))
    }

    @Test func `The prompt shows how far it is, Ctrl-C stops it, and it goes on from there`()
        async throws
    {
        let stage = try await stage(interval: .milliseconds(300))
        let screen = try await stage.screen(columns: 140)
        try screen.type("/model pull nomic-embed-text")
        try screen.press("Enter")
        try await screen.waitForText("of 247 MB (")
        try await screen.waitForText(" a second, ")
        try screen.press("C-c")
        try await screen.waitForText("Stopped. What was fetched of nomic-embed-text is kept;")
        try await screen.waitForText("goes on from there.")
        #expect(await stage.stub.departures.reach(1))
        stage.stub.behaviour.interval = .zero
        try screen.type("/model pull nomic-embed-text")
        try screen.press("Enter")
        try await screen.waitForText("nomic-embed-text is pulled (274 MB).")
        #expect(stage.stub.requests.compactMap(\.pulledModel).count == 2)
    }

    @Test func `In the shell Ctrl-C ends it with the status of an interruption`() async throws {
        let stage = try await stage(interval: .milliseconds(100))
        let run = try stage.start("models", "pull", "nomic-embed-text")
        #expect(await stage.stub.arrivals.reach(1))
        run.signal(SIGINT)
        #expect(try await run.end() == .exited(130))
        #expect(run.errors.contains("ollama-chat models pull nomic-embed-text goes on from there."))
    }
}
