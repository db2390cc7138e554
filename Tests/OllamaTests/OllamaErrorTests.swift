import Chat
import TestSupport
import Testing

@testable import Ollama

struct OllamaErrorTests {
    private func error(_ client: OllamaClient) async throws -> OllamaError {
        try #require(await Outcome(of: client.reply(to: question())).error)
    }

    @Test func `A server that does not run is told at once, with what to do`() async throws {
        let address = "http://127.0.0.1:1"
        var configuration = OllamaConfiguration()
        configuration.connectTimeout = .seconds(600)
        let client = OllamaClient(
            model: "m", host: address, configuration: configuration, environment: [:])
        let started = ContinuousClock.now
        let error = try await error(client)
        #expect(error.description == "Ollama is not running at \(address).")
        #expect(error.hint == "Start it with `ollama serve`, or set OLLAMA_HOST.")
        #expect(error.kind == .modelServerAway)
        #expect(started.duration(to: .now) < configuration.connectTimeout / 2)
    }

    @Test func `Nobody at a socket is a server that does not run`() async throws {
        let folder = try TemporaryFolder()
        let client = OllamaClient(
            model: "m", host: "unix://\(folder.file("none"))", environment: [:])
        #expect(try await error(client).code == .notReachable)
    }

    @Test func `A name without an address is told`() async throws {
        let client = OllamaClient(model: "m", host: "no-such-host.invalid", environment: [:])
        let error = try await error(client)
        #expect(error.description == "There is no host no-such-host.invalid.")
    }

    @Test func `A server without TLS is no secure one`() async throws {
        let stub = try await StubOllama()
        let host = stub.address.replacing("http://", with: "https://")
        let error = try await error(OllamaClient(model: "m", host: host, environment: [:]))
        #expect(
            error.description
                == "No secure connection to \(host): the server broke off, "
                + "as one that speaks no TLS does.")
        #expect(error.hint?.contains("http://") == true)
    }

    @Test func `A certificate that does not fit is told, and nothing is said to its server`()
        async throws
    {
        let stub = try await StubOllama(speaksTLS: true)
        let error = try await error(
            OllamaClient(model: "m", host: stub.address, environment: [:]))
        #expect(error.kind == .modelServerAway)
        #expect(
            error.description == "No secure connection to \(stub.address): "
                + "its certificate is not from an authority known here.")
        #expect(error.hint?.contains("certificate") == true)
        #expect(stub.requests.isEmpty)
    }

    @Test func `A model that is not there is not found`() async throws {
        try await withStub { _, client in
            let request = ChatRequest(model: "llama9", messages: [.user("Hi")])
            let error = try #require(try await Outcome(of: client.reply(to: request)).error)
            #expect(error.kind == .notFound)
            #expect(error.description == "Ollama has no model llama9.")
            #expect(
                error.hint
                    == "Pull it with /model pull llama9, or choose another with /model.")
        }
    }

    @Test(arguments: [
        (StubFault.forbidden, OllamaError.Code.refused, "refuses the name that it was called by"),
        (.page, .notOllama, "answered 502 Bad Gateway."),
        (.status(404, contentType: "text/plain", body: "404 page"), .notOllama, "like an Ollama"),
        (.status(405, contentType: "text/plain", body: "405"), .notOllama, "405 Method Not"),
        (.status(401, contentType: "", body: ""), .refused, "wants credentials"),
        (.status(301, contentType: "", body: ""), .notOllama, "301 Moved Permanently"),
        (.status(200, contentType: "text/html", body: "<p>Log in"), .notOllama, "A web page"),
        (.error(400, "input length exceeds the context length"), .contextWindow, "does not fit"),
        (.error(400, "\"m\" does not support chat"), .refused, "cannot do this"),
        (.error(429, "slow down"), .refused, "refused the request: slow down."),
        (.error(500, "x  y\nz"), .serverFailed, "Ollama failed: x y z."),
        (.error(400, ""), .refused, "no reason given."),
    ])
    func `A status becomes a sentence without the body's markup`(
        _ fault: StubFault, _ code: OllamaError.Code, _ words: String
    ) async throws {
        try await withStub { stub, client in
            stub.inject(fault)
            let error = try await error(client)
            #expect(error.code == code)
            #expect(error.description.contains(words))
            #expect(error.description.hasSuffix("."))
            #expect(error.hint?.hasSuffix(".") != false)
            #expect(!error.description.contains("<"))
        }
    }

    @Test func `Contexts that overflow and models that are missing have kinds of their own`() {
        #expect(OllamaError(.contextWindow, "").kind == .contextWindow)
        #expect(OllamaError(.unknownModel, "").kind == .notFound)
        #expect(OllamaError(.busy, "").kind == .modelServer)
    }

    @Test func `An address that cannot be read is an error of the first request`() async throws {
        let client = OllamaClient(model: "m", host: "ftp://desk", environment: [:])
        #expect(try await error(client).code == .badAddress)
        await #expect(throws: OllamaError.self) { try await client.models() }
    }

    @Test func `Without a model nothing is asked`() async throws {
        let client = OllamaClient(host: "127.0.0.1:1", environment: [:])
        await #expect(throws: ChatError.noModel) {
            for try await _ in client.reply(to: question()) {}
        }
    }

    @Test func `Very long words of a server are cut`() {
        let error = OllamaError.failedInReply(String(repeating: "long ", count: 1000))
        #expect(error.description.count < 450)
    }
}
