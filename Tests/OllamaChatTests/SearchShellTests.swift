import PlatformFoundation
import Redis
import TestSupport
import Testing

/// `ollama-chat search`, and `/search` at a real prompt.
@Suite struct SearchShellTests {
    private struct Hit: Decodable {
        let session_id: String
        let name: String?
        let message_index: Int
        let message: Content
        let score: Double
        let snippet: String

        struct Content: Decodable {
            let role: String
            let content: String
        }
    }

    @Test func `JSON has what scripts need, also of what other programs wrote`() async throws {
        let stage = try await Stage()
        _ = try await stage.run("Tell me about zebras")
        try await stage.redis.redis(
            "ZADD", "session:other:messages", "5",
            #"{"role": "user", "content": "A zebra\n\u00e9tait", "timestamp": 5}"#)
        let run = try await stage.run("search", "--json", "zebra", "role:user")
        #expect(run.status == .exited(0))
        let hits = try JSONDecoder().decode([Hit].self, from: Data(run.output.utf8))
        #expect(hits.map(\.message_index) == [0, 0])
        #expect(hits.map(\.session_id).last == "other")
        #expect(hits.map(\.name) == ["Tell me about zebras", nil])
        #expect(hits.map(\.snippet) == ["Tell me about zebras", "A zebra était"])
        #expect(hits.allSatisfy { $0.score > 0 && $0.message.role == "user" })
        let none = try await stage.run("search", "--json", "unicorn")
        #expect(try JSONDecoder().decode([Hit].self, from: Data(none.output.utf8)).isEmpty)
        #expect(none.status == .exited(0))
    }

    @Test func `JSON has what is near too, and what was taken is said beside it`() async throws {
        let stage = try await Stage()
        _ = try await stage.run("Tell me about zebras")
        let run = try await stage.run("search", "--json", "zebars", "role:user")
        let hits = try JSONDecoder().decode([Hit].self, from: Data(run.output.utf8))
        #expect(hits.map(\.snippet) == ["Tell me about zebras"])
        #expect(run.errors.contains("Nothing has “zebars”. These have “zebras”."))
    }

    /// The thread that matches is never done.
    @Test func `Ctrl-C stops a pattern that takes for ever, and the program can be left`()
        async throws
    {
        let stage = try await Stage()
        _ = try await stage.run(String(repeating: "a", count: 60))
        _ = try await stage.run("a hit")
        let screen = try TerminalScreen(
            "/bin/sh", ["-c", "\(Stage.program); echo left with $?; read line"],
            environment: stage.environment)
        try await screen.waitForText(">>>")
        for round in 1...3 {
            try screen.type("/search -E (a+)+b|hit")
            try screen.press("Enter")
            try await screen.waitFor("hits \(round)") { text in
                text.ranges(of: "#2 1 you  a hit").count == round
            }
            try screen.press("C-c")
            try await screen.waitFor("stop \(round)") { text in
                text.ranges(of: "Stopped; there may be more than this.").count == round
            }
        }
        try screen.type("/bye")
        try screen.press("Enter")
        try await screen.waitForText("left with 0")
    }

    @Test func `A word of the shell with spaces is a phrase`() async throws {
        let stage = try await Stage()
        _ = try await stage.run("one two three")
        #expect(try await stage.run("search", "two three").output.contains("one two three"))
        let other = try await stage.run("search", "three two")
        #expect(other.output.isEmpty)
        #expect(other.errors.contains("Nothing was found."))
        #expect(try await stage.run("search", "three", "two").output.contains("1 you"))
        #expect(try await stage.run("search", "-F", "o thr").output.contains("1 you"))
        #expect(try await stage.run("search", "--regex", "tw[aeiou] ").output.contains("1 you"))
    }

    @Test func `As many as are asked for, and what is left is told`() async throws {
        let stage = try await Stage()
        for number in 1...3 { _ = try await stage.run("word \(number)") }
        let run = try await stage.run("search", "--limit", "2", "word", "role:user")
        #expect(run.output.contains("word 2") && !run.output.contains("word 1"))
        #expect(run.errors.contains("--all shows all"))
        let all = try await stage.run("search", "--all", "word", "role:user")
        #expect(all.output.contains("#3 1 you  word 1"))
        #expect(!all.errors.contains("--all"))
    }

    @Test(arguments: [
        ["search"], ["search", "role:nobody"], ["search", "--regex", "("],
        ["search", "in:this", "x"],
        ["search", "-E", "-F", "x"], ["search", "--limit", "0", "x"],
    ])
    func `A wrong query is a usage error`(arguments: [String]) async throws {
        let stage = try await Stage()
        let run = try RunningProgram(Stage.program, arguments, environment: stage.environment)
        #expect(try await run.end() == .exited(2), "\(run.errors)")
        #expect(run.errors.hasPrefix("Error: "))
    }
}
