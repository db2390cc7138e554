import Chat
import TestSupport
import Testing

@testable import Ollama

struct EmbedTests {
    @Test func `Texts become vectors, in their order`() async throws {
        var behaviour = StubBehaviour()
        behaviour.models = [StubModel("embed", capabilities: ["embedding"])]
        try await withStub(behaviour) { stub, client in
            let made = try await client.embed(["one", "two"], with: "embed")
            #expect(
                stub.requests.map { "\($0.method) \($0.path) \($0.text)" }
                    == [#"POST /api/embed {"input":["one","two"],"model":"embed","truncate":true}"#]
            )
            #expect(made.tokens == 7)
            #expect(made.vectors.count == 2)
            let expected = behaviour.vectors.of("two")
            #expect(zip(made.vectors[1], expected).allSatisfy { abs($0 - $1) < 1e-6 })
            #expect(try await client.models().first?.capabilities == ["embedding"])
        }
    }

    @Test func `The answer of a real server is read`() async throws {
        let client = OllamaClient(
            transport: RecordedTransport(try RecordedAnswer("embed.http")))
        let vectors = try await client.embed(["one", "two"], with: "smollm2").vectors
        let length = vectors[0].reduce(0) { $0 + $1 * $1 }
        #expect(abs(length - 1) < 0.001)
    }

    @Test func `What goes wrong is a sentence`() async throws {
        try await withStub { _, client in
            let unable = await #expect(throws: OllamaError.self) {
                _ = try await client.embed(["one"], with: "smollm2")
            }
            #expect(unable?.description.contains("does not support embeddings") == true)
            let unknown = await #expect(throws: OllamaError.self) {
                _ = try await client.embed(["one"], with: "nosuch")
            }
            #expect(unknown?.kind == .notFound)
        }
    }

    @Test func `The time that a model stays in memory is told`() async throws {
        var configuration = OllamaConfiguration()
        configuration.keepAlive = .seconds(-1)
        try await withStub(configuration: configuration) { stub, client in
            _ = try? await client.embed(["one"], with: "smollm2")
            #expect(stub.requests.first?.text.contains(#""keep_alive":-1"#) == true)
        }
    }
}
