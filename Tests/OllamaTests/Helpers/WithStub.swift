import Chat
import TestSupport

@testable import Ollama

/// Runs a test against a stub of its own.
func withStub(
    _ behaviour: StubBehaviour = StubBehaviour(),
    configuration: OllamaConfiguration = OllamaConfiguration(),
    sleep: @escaping @Sendable (Duration) async throws -> Void = { _ in },
    _ test: (StubOllama, OllamaClient) async throws -> Void
) async throws {
    let stub = try await StubOllama(behaviour)
    let client = OllamaClient(
        model: "smollm2", host: stub.address, configuration: configuration, environment: [:],
        sleep: sleep)
    do {
        try await test(stub, client)
    } catch {
        await client.shutdown()
        throw error
    }
    await client.shutdown()
}

/// A stub's behaviour that always says the same.
func saying(_ text: String) -> StubBehaviour {
    var behaviour = StubBehaviour()
    behaviour.reply = { _ in text }
    return behaviour
}

/// A request with one question.
func question(_ text: String = "Hello?", options: ModelOptions = [:]) -> ChatRequest {
    ChatRequest(model: "", messages: [.user(text)], options: options)
}

/// All that a stream brought, and how it ended.
struct Outcome {
    /// The events, in order.
    var events: [ReplyEvent] = []
    /// The error at the end.
    var error: OllamaError?

    /// Reads a stream to its end.
    init(of stream: ReplyStream) async throws {
        do {
            for try await event in stream { events.append(event) }
        } catch let error as OllamaError {
            self.error = error
        }
    }

    /// The answer.
    var text: String {
        events.reduce(into: "") { if case .text(let piece) = $1 { $0 += piece } }
    }

    /// What was thought.
    var thinking: String {
        events.reduce(into: "") { if case .thinking(let piece) = $1 { $0 += piece } }
    }

    /// How the reply was done, where it was.
    var end: ReplyEnd? {
        guard case .done(let end)? = events.last else { return nil }
        return end
    }

    /// The announced delays.
    var delays: [Duration] {
        events.compactMap { if case .retrying(let delay) = $0 { delay } else { nil } }
    }
}
