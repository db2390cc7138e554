import Chat
import PlatformFoundation
import RedisSessions
import TestSupport
import Testing

/// The list of sessions at the shell's door.
@Suite struct ListTests {
    private func names(_ stage: Stage, _ arguments: String...) async throws -> [String?] {
        let run = try RunningProgram(
            Stage.program, ["list", "--json"] + arguments, environment: stage.environment)
        #expect(try await run.end() == .exited(0), "\(run.errors)")
        return try JSONDecoder().decode([Named].self, from: Data(run.output.utf8)).map(\.name)
    }

    private struct Named: Decodable {
        let name: String?
    }

    @Test func `Sessions are found, ordered and counted`() async throws {
        let stage = try await Stage()
        let store = try stage.store()
        _ = try await store.create(name: "Tea and cake", model: "smollm2:latest")
        _ = try await store.create(
            NewSession(name: "Cake", model: "qwen3:4b", messages: [.user("Q"), .assistant("A")]))
        let pinned = try await store.create(name: "Apple pie")
        _ = try await store.change(pinned.id, [.pinned(true)])
        _ = try await store.branch(NewBranch(of: pinned.id, through: nil, name: "Pear pie"))
        await store.close()
        #expect(try await names(stage, "CAKE") == ["Cake", "Tea and cake"])
        #expect(try await names(stage, "cake", "tea") == ["Tea and cake"])
        #expect(try await names(stage, "--model", "qwen3") == ["Cake"])
        #expect(try await names(stage, "--pinned") == ["Apple pie"])
        #expect(try await names(stage, "--min-messages", "2") == ["Cake"])
        #expect(try await names(stage, "--family", "Apple pie") == ["Pear pie", "Apple pie"])
        #expect(
            try await names(stage, "--sort", "name") == [
                "Apple pie", "Cake", "Pear pie", "Tea and cake",
            ])
        #expect(try await names(stage, "--sort", "size", "--limit", "1") == ["Cake"])
        #expect(try await names(stage, "2", "--page", "2") == ["Cake", "Tea and cake"])
        #expect(try await names(stage, "--before", "2020").isEmpty)
        #expect(try await names(stage, "--since", "1h", "--before", "9999").count == 4)
    }

    @Test func `All is listed into a pipe, a page at a terminal`() async throws {
        let stage = try await Stage()
        let store = try stage.store()
        for number in 1...25 { _ = try await store.create(name: "talk \(number)") }
        await store.close()
        let piped = try await stage.run("list")
        #expect(piped.output.split(separator: "\n").count == 26)
        // Another program writes a session, which is the last one used.
        try await stage.redis.redis(
            "HSET", "session:foreign:meta", "name", "Theirs", "created_at", "1700000000",
            "last_activity", "32503680000")
        let screen = try TerminalScreen(
            Stage.program, ["list"], environment: stage.environment, columns: 80, rows: 40)
        try await screen.waitForText("These are 1 to 20 of 26. Add --page 2 to see more.")
        #expect(try screen.text().contains("Theirs"))
    }

    @Test func `Where nothing is found it is said what was looked for`() async throws {
        let stage = try await Stage()
        let none = try await stage.run("list", "moon", "--pinned")
        #expect(none.status == .exited(0))
        #expect(
            none.errors.contains("There is no session with “moon” in its name, that is pinned."))
        let family = try await stage.run("list", "--family")
        #expect(family.status == .exited(2))
        #expect(family.errors.contains("ollama-chat list --family SESSION"))
        let time = try await stage.run("list", "--since", "soon")
        #expect(time.status == .exited(2))
        #expect(time.errors.contains("“soon” is no time."))
    }
}
