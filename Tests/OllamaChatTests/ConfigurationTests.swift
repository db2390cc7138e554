import PlatformFoundation
import Redis
import TestSupport
import Testing

@Suite struct ConfigurationTests {
    @Test func `A token and headers reach the model server`() async throws {
        let stage = try await Stage()
        let home = try ConfiguredHome(
            """
            [ollama]
            keep_alive = "5m"
            token = "t0ken"
            [ollama.headers]
            X-Team = "blue"
            """)
        #expect(try await home.run(stage, ["Hi"]).status == .exited(0))
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
        let home = try ConfiguredHome(
            """
            model = "smollm2"
            system = "From the file."
            quiet = true
            ttl = "1h"
            [options]
            num_ctx = 1024
            """)
        let first = try await home.run(stage, ["Hi"])
        #expect(first.errors.isEmpty)
        let chat = try #require(stage.stub.requests.compactMap(\.chat).last)
        #expect(chat.messages.first?.content == "From the file.")
        #expect(chat.options?.window == 1024)
        let list = try await home.run(stage, ["list", "--json"])
        let sessions = try JSONDecoder().decode([Living].self, from: Data(list.output.utf8))
        #expect((3500...3600).contains(sessions.first?.ttl ?? 0))

        let second = try await home.run(
            stage, ["--no-quiet", "--system", "Typed.", "-o", "num_ctx=2048", "Hi"],
            ["OLLAMA_CHAT_OPTIONS_NUM_CTX": "512"])
        #expect(second.errors.contains("tokens"))
        let asked = try #require(stage.stub.requests.compactMap(\.chat).last)
        #expect(asked.messages.first?.content == "Typed.")
        #expect(asked.options?.window == 2048)

        // A session that is there keeps what it has.
        _ = try await home.run(stage, ["-c", "more"])
        let more = try #require(stage.stub.requests.compactMap(\.chat).last)
        #expect(more.messages.first?.content == "Typed.")
        #expect(more.options?.window == 2048)
    }

    @Test func `The store and the model server are found by the file and by options`() async throws
    {
        let stage = try await Stage()
        let home = try ConfiguredHome(
            "store.url = \"\(stage.url)\"\nstore.namespace = \"alice\"\n"
                + "ollama.host = \"\(stage.stub.address)\"")
        let none = ["OLLAMA_HOST": "", "REDIS_URL": ""]
        #expect(try await home.run(stage, ["Hi"], none).status == .exited(0))
        let keys = try await stage.redis.redis("KEYS", "*").array().map { try $0.text() }
        #expect(!keys.isEmpty)
        #expect(keys.allSatisfy { $0.hasPrefix("alice:") }, "\(keys)")
        let other = try await home.run(stage, ["--namespace", "bob", "list", "--json"], none)
        #expect(other.output == "[]\n" || other.output == "[\n\n]\n", "\(other.output)")
        let away = try await home.run(stage, ["--host", "127.0.0.1:1", "models"], none)
        #expect(away.status == .exited(4))
        #expect(away.errors.contains("127.0.0.1:1"))
    }

    @Test func `Addresses that are none are told with their place`() async throws {
        let stage = try await Stage()
        let home = try ConfiguredHome("\nstore.url = \"http://x\"")
        let store = try await home.run(stage, ["list"], ["REDIS_URL": ""])
        #expect(store.status == .exited(2))
        #expect(store.errors.contains("\(home.path):2 cannot be used"))
        let host = try await home.run(
            stage, ["models"], ["OLLAMA_CHAT_OLLAMA_HOST": "a b"])
        #expect(host.status == .exited(2))
        #expect(host.errors.contains("OLLAMA_CHAT_OLLAMA_HOST cannot be used"))
    }

    @Test(arguments: [["Hi"], ["list"], ["models"], ["config"], ["config", "show", "--json"]])
    func `A fault of the file is status 2, whatever is asked for`(arguments: [String]) async throws
    {
        let stage = try await Stage()
        let home = try ConfiguredHome("modle = \"x\"")
        let run = try await home.run(stage, arguments)
        #expect(run.status == .exited(2))
        #expect(run.errors.contains("\(home.path):1\nDid you mean model?"))
        #expect(run.output.isEmpty)
        #expect(stage.stub.requests.isEmpty)
    }

    @Test func `A file with a secret that others can read is refused with what to do`() async throws
    {
        let stage = try await Stage()
        let home = try ConfiguredHome("ollama.token = \"hush\"", mode: 0o644)
        let refused = try await home.run(stage, ["Hi"])
        #expect(refused.status == .exited(2))
        let advice = try #require(
            refused.errors.split(separator: "\n").first { $0.hasPrefix("Run ") })
        let shell = try RunningProgram(
            "/bin/sh", ["-c", String(advice.dropFirst(4))], home: home.folder)
        #expect(try await shell.end() == .exited(0))
        #expect(try await home.run(stage, ["Hi"]).status == .exited(0))
    }
}

private struct Living: Decodable {
    let ttl: Int?
}
