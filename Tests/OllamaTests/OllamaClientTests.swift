import Chat
import TestSupport
import Testing

@testable import Ollama

struct OllamaClientTests {
    @Test func `Models, details, version and what is loaded come from the server`() async throws {
        var behaviour = StubBehaviour()
        behaviour.models = [
            StubModel("qwen3", contextLength: 40_960, capabilities: ["completion", "thinking"]),
            StubModel("llama3.2:1b", system: "You are a pirate."),
        ]
        try await withStub(behaviour) { stub, client in
            #expect(try await client.version() == "0.24.0")
            #expect(try await client.models().map(\.name) == ["qwen3:latest", "llama3.2:1b"])
            let details = try await client.details(of: "qwen3")
            #expect(details.contextLength == 40_960)
            #expect(details.capabilities == ["completion", "thinking"])
            #expect(try await client.details(of: "llama3.2:1b").system == "You are a pirate.")
            #expect(try await client.loadedModels().isEmpty)
            try await client.load("qwen3", options: ["num_ctx": .integer(16_384)])
            #expect(
                try await client.loadedModels() == [
                    LoadedModel(
                        name: "qwen3:latest", contextLength: 16_384, size: 190_948_608,
                        sizeOnGPU: 0)
                ])
            try await client.unload("qwen3")
            #expect(try await client.loadedModels().isEmpty)
            #expect(
                stub.requests.map { "\($0.method) \($0.path) \($0.text)" } == [
                    "GET /api/version ",
                    "GET /api/tags ",
                    #"POST /api/show {"model":"qwen3"}"#,
                    #"POST /api/show {"model":"llama3.2:1b"}"#,
                    "GET /api/ps ",
                    #"POST /api/chat {"messages":[],"model":"qwen3","#
                        + #""options":{"num_ctx":16384},"stream":true}"#,
                    "GET /api/ps ",
                    #"POST /api/chat {"keep_alive":0,"messages":[],"model":"qwen3","#
                        + #""stream":true}"#,
                    "GET /api/ps ",
                ])
        }
    }

    @Test func `A question to the server itself may not take long`() async throws {
        var configuration = OllamaConfiguration()
        configuration.answerTimeout = .milliseconds(50)
        try await withStub(configuration: configuration) { stub, client in
            stub.inject(.replay([]), on: .other)
            await #expect(throws: OllamaError.self) { try await client.version() }
            stub.inject(.hang, on: .other)
            let error = await #expect(throws: OllamaError.self) { try await client.models() }
            #expect(error?.code == .timeout)
        }
    }

    @Test func `Loading an unknown model names it`() async throws {
        try await withStub { _, client in
            await #expect(throws: OllamaError.unknownModel("nosuch")) {
                try await client.load("nosuch")
            }
        }
    }

    @Test func `Headers of the configuration go with every request and into no description`()
        async throws
    {
        var configuration = OllamaConfiguration()
        configuration.headers = ["Authorization": "Bearer s3cret", "X-Team": "blue"]
        configuration.keepAlive = .seconds(600)
        var dumped = ""
        dump(configuration, to: &dumped)
        #expect(!"\(configuration) \(String(reflecting: configuration)) \(dumped)".contains("s3c"))
        #expect("\(configuration)".contains("Authorization, X-Team"))
        try await withStub(configuration: configuration) { stub, client in
            _ = try await client.version()
            _ = try await Outcome(of: client.reply(to: question()))
            #expect(stub.requests.allSatisfy { $0.headers["authorization"] == "Bearer s3cret" })
            #expect(stub.requests.allSatisfy { $0.headers["x-team"] == "blue" })
            #expect(stub.requests.last?.text.hasPrefix(#"{"keep_alive":600,"#) == true)
        }
    }

    @Test func `Credentials in the address become a header`() async throws {
        let stub = try await StubOllama()
        let host = stub.address.replacing("http://", with: "http://me:pw@")
        let client = OllamaClient(host: host, environment: [:])
        _ = try await client.version()
        #expect(stub.requests.first?.headers["authorization"] == "Basic bWU6cHc=")
        #expect(client.address == stub.address)
    }

    @Test func `A path in the address goes before every other`() async throws {
        let stub = try await StubOllama()
        let client = OllamaClient(host: "\(stub.address)/ollama/", environment: [:])
        _ = try await client.version()
        #expect(stub.requests.map(\.path) == ["/ollama/api/version"])
    }

    @Test func `The environment names the server where nothing else does`() async throws {
        let stub = try await StubOllama()
        let client = OllamaClient(environment: ["OLLAMA_HOST": stub.address])
        #expect(client.address == stub.address)
        #expect(try await client.version() == "0.24.0")
    }

    @Test func `A server may listen on a socket`() async throws {
        let folder = try TemporaryFolder()
        let stub = try await StubOllama(socketPath: folder.file("ollama"))
        let client = OllamaClient(model: "smollm2", host: stub.address, environment: [:])
        let outcome = try await Outcome(of: client.reply(to: question("Hi")))
        #expect(outcome.text == "You said: Hi — in 1 messages.")
    }

    @Test func `A server elsewhere is reached through the proxy of the environment`() async throws {
        let proxy = try await StubOllama()
        let client = OllamaClient(
            host: "desk.invalid", environment: ["http_proxy": proxy.address])
        let error = await #expect(throws: OllamaError.self) { try await client.version() }
        #expect(error?.description.hasPrefix("The proxy does not let through to ") == true)
        let request = try #require(proxy.requests.first)
        #expect("\(request.method) \(request.path)" == "CONNECT desk.invalid:11434")
    }

    @Test func `A default model is asked where a request names none`() async throws {
        try await withStub { stub, client in
            _ = try await Outcome(of: client.reply(to: question()))
            #expect(stub.requests.first?.chat?.model == "smollm2")
        }
    }
}
