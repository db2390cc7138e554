import Chat
import RedisSessions
import TestSupport
import Testing

@Suite struct CrashTests {
    @Test func `A program killed in mid-stream loses no more than the last moment`() async throws {
        let stage = try await Stage(.slow(words: 1000, interval: .milliseconds(10)))
        let program = try stage.start("Talk for long")
        #expect(await eventually { program.output.contains("word60") })
        // All that stands on the screen for 250 ms is in the draft.
        let shown = program.output
        try await Task.sleep(for: .milliseconds(250))
        program.signal(9)
        _ = try await program.end()
        #expect(try await stage.messages().map(\.role) == [.user])

        stage.stub.behaviour = StubBehaviour()
        let screen = try await stage.screen("-c")
        try await screen.waitForText("of a reply that was cut off")
        let messages = try await stage.messages()
        #expect(messages.map(\.role) == [.user, .assistant])
        #expect(messages[1].state == .interrupted)
        #expect(messages[1].content.hasPrefix(shown))
        try screen.type("/continue")
        try screen.press("Enter")
        try await screen.waitForText("tokens/s")
        let continued = try await stage.messages()
        #expect(continued.count == 2)
        #expect(continued[1].content.count > messages[1].content.count)
        #expect(continued[1].state == .complete)
    }

    @Test(arguments: 0..<6)
    func `Killed at any moment, a program leaves its question and what was seen of the reply`(
        round: Int
    ) async throws {
        let stage = try await Stage(.slow(words: 400, interval: .milliseconds(5)))
        let program = try stage.start("Talk")
        #expect(await eventually { (try? await stage.messages().count) == 1 })
        let words = Int.random(in: 1...200)
        #expect(await eventually { program.output.contains("word\(words)") })
        let shown = program.output
        // All that stands on the screen for 250 ms is in the draft.
        try await Task.sleep(for: .milliseconds(250))
        program.signal(9)
        _ = try await program.end()
        let store = try stage.store()
        let session = try #require(try await store.list(offset: 0, limit: 1).sessions.first)
        let opened = try await store.open(session.id, .all)
        #expect(opened.recovered.count == 1, "Killed after word \(words).")
        let messages = opened.history.messages.compactMap(\.message)
        #expect(messages.map(\.role) == [.user, .assistant])
        #expect(messages.last?.state == .interrupted)
        #expect(messages.last?.content.hasPrefix(shown) == true, "Killed after word \(words).")
    }

    @Test(arguments: [(Int32(15), Int32(143)), (1, 129)])
    func `A signal in mid-stream stores what arrived before the program leaves`(
        signal: Int32, status: Int32
    ) async throws {
        let stage = try await Stage(.slow(words: 1000))
        let program = try stage.start("Talk")
        #expect(await eventually { program.output.contains("word5") })
        program.signal(signal)
        #expect(try await program.end() == .exited(status))
        let reply = try #require(try await stage.messages().last)
        #expect(reply.state == .interrupted)
        #expect(reply.content.contains("word5"))
    }

    @Test func `A terminal that goes away in mid-stream stores what arrived`() async throws {
        let stage = try await Stage(.slow(words: 1000))
        let terminal = try PseudoTerminal(Stage.program, [], environment: stage.environment)
        try await terminal.waitForOutput(">>>")
        try await terminal.send("Talk\r")
        try await terminal.waitForOutput("word5")
        terminal.signal(1)
        #expect(try await terminal.waitForEnd() == .exited(129))
        #expect(terminal.isCooked)
        #expect(try await stage.messages().last?.state == .interrupted)
    }

    @Test func `A model server that dies in mid-stream leaves a failed reply`() async throws {
        var behaviour = StubBehaviour.slow(words: 50)
        behaviour.fault = .silentClose(afterChunks: 10, terminated: true)
        let stage = try await Stage(behaviour)
        let (status, output, errors) = try await stage.run("Talk")
        #expect(status == .exited(1))
        #expect(errors.contains("closed the stream before the reply was done"))
        let reply = try #require(try await stage.messages().last)
        #expect(reply.state == .failed)
        #expect(output.hasPrefix(reply.content))
    }
}
