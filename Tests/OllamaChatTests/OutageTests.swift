import Chat
import TestSupport
import Testing

@Suite struct OutageTests {
    private func submit(_ line: String, on screen: TerminalScreen) throws {
        try screen.type(line)
        try screen.press("Enter")
    }

    @Test func `A store that is away does not keep a one-shot from answering`() async throws {
        let stage = try await Stage(keepsData: true)
        stage.redis.kill()
        let home = try TemporaryFolder()
        let away = try stage.start("Hello", home: home)
        #expect(try await away.end() == .exited(0))
        #expect(!away.output.isEmpty)
        #expect(away.errors.contains("The store is not connected."))
        let waiting = try stage.start("spool", "--json", home: home)
        #expect(try await waiting.end() == .exited(0))
        #expect(waiting.output.contains(#""content" : "Hello""#))
        try await stage.redis.start()
        let later = try stage.start("-c", "again", home: home)
        #expect(try await later.end() == .exited(0), "\(later.errors)")
        #expect(later.errors.contains("2 messages that waited were stored"))
        let messages = try await stage.messages()
        #expect(messages.map(\.role) == [.user, .assistant, .user, .assistant])
        #expect(messages.first?.content == "Hello")
    }

    @Test func `What waits for one namespace is not stored in another`() async throws {
        let stage = try await Stage(keepsData: true)
        stage.redis.kill()
        let home = try TemporaryFolder()
        let away = try stage.start("--namespace", "alice", "Hello", home: home)
        #expect(try await away.end() == .exited(0))
        try await stage.redis.start()
        let other = try stage.start("--namespace", "bob", "Hi", home: home)
        #expect(try await other.end() == .exited(0))
        #expect(!other.errors.contains("waited"))
        let same = try stage.start("--namespace", "alice", "again", home: home)
        #expect(try await same.end() == .exited(0))
        #expect(same.errors.contains("2 messages that waited were stored"))
    }

    @Test func `Chatting goes on while the store is away, and it is told what it missed`()
        async throws
    {
        let stage = try await Stage(keepsData: true)
        let screen = try await stage.screen()
        try submit("first", on: screen)
        try await screen.waitForText("tokens/s")
        stage.redis.kill()
        try submit("second", on: screen)
        try await screen.waitForText("(not connected) >>>")
        #expect(try screen.text(history: true).contains("The store is not connected."))
        try submit("/history", on: screen)
        try await screen.waitForText("3 you")
        try await stage.redis.start()
        try await screen.waitForText("2 messages that waited were stored")
        try await screen.waitFor("the prompt as it was") { text in
            text.hasSuffix("/4096 >>> Send a message (/help for help)")
        }
        try submit("third", on: screen)
        try await screen.waitFor("the prompt behind the reply") { text in
            text.contains(">>> third")
                && text.hasSuffix("/4096 >>> Send a message (/help for help)")
        }
        let messages = try await stage.messages()
        #expect(
            messages.filter { $0.role == .user }.map(\.content) == ["first", "second", "third"])
        #expect(messages.count == 6)
        let asked = try #require(stage.stub.requests.last { $0.chat != nil }?.chat)
        #expect(asked.messages.count == 5)
    }

    @Test func `A store that is killed in mid-reply and comes back has all of it once`()
        async throws
    {
        let stage = try await Stage(.slow(words: 100), keepsData: true)
        let screen = try await stage.screen()
        try submit("Talk", on: screen)
        try await screen.waitForText("word10")
        stage.redis.kill()
        try await screen.waitForText("word40")
        try await stage.redis.start()
        try await screen.waitForText("tokens/s")
        #expect(await eventually { (try? await stage.messages().count) == 2 })
        let messages = try await stage.messages()
        #expect(messages.last?.state == .complete)
        #expect(messages.last?.content.hasSuffix("word99 word100") == true)
    }

    @Test func `A program killed while the store is away loses no more than the last moment`()
        async throws
    {
        let stage = try await Stage(
            .slow(words: 1000, interval: .milliseconds(10)), keepsData: true)
        stage.redis.kill()
        let home = try TemporaryFolder()
        let program = try stage.start("Talk for long", home: home)
        #expect(await eventually { program.output.contains("word60") })
        let shown = program.output
        // All that stands on the screen for 250 ms is on the disk.
        try await Task.sleep(for: .milliseconds(250))
        program.signal(9)
        _ = try await program.end()
        try await stage.redis.start()
        let screen = try await stage.screen("-c", home: home)
        try await screen.waitForText("2 messages that waited were stored")
        let messages = try await stage.messages()
        #expect(messages.map(\.role) == [.user, .assistant])
        #expect(messages[1].state == .interrupted)
        #expect(messages[1].content.hasPrefix(shown))
    }

    @Test func `The session used last is looked for behind what waited`() async throws {
        let stage = try await Stage(keepsData: true)
        _ = try await stage.run("old")
        stage.redis.kill()
        let home = try TemporaryFolder()
        for name in ["first", "second"] {
            #expect(try await stage.start(name, home: home).end() == .exited(0))
        }
        try await stage.redis.start()
        let screen = try await stage.screen("-c", home: home)
        try await screen.waitForText("second (2 messages")
    }

    @Test func `A session that was opened goes on while the store is away`() async throws {
        let stage = try await Stage(keepsData: true)
        _ = try await stage.run("opened")
        let screen = try await stage.screen("-c")
        try await screen.waitForText("opened (2 messages")
        stage.redis.kill()
        try submit("more", on: screen)
        try await screen.waitForText("(not connected) >>>")
        let asked = try #require(stage.stub.requests.last { $0.chat != nil }?.chat)
        #expect(asked.messages.map(\.role) == ["user", "assistant", "user"])
        try await stage.redis.start()
        try await screen.waitForText("2 messages that waited were stored")
        #expect(try await stage.messages().count == 4)
    }

    @Test func `Where the session asked for cannot be opened, that is said`() async throws {
        let stage = try await Stage(keepsData: true)
        _ = try await stage.run("old")
        stage.redis.kill()
        let screen = try await stage.screen("-c")
        try await screen.waitForText("This is a new session, not the one that was asked for.")
    }
}
