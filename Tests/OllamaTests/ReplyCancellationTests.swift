import Chat
import TestSupport
import Testing

@testable import Ollama

struct ReplyCancellationTests {
    @Test func `Cancelling before the head closes the connection`() async throws {
        try await withStub { stub, client in
            stub.inject(.stall(afterChunks: 0))
            let task = Task { try await Outcome(of: client.reply(to: question())).text }
            #expect(await stub.arrivals.reach(1))
            task.cancel()
            #expect(await stub.departures.reach(1))
            await #expect(throws: CancellationError.self) { try await task.value }
        }
    }

    @Test func `Cancelling in the middle closes the connection`() async throws {
        try await withStub(saying("One two three")) { stub, client in
            stub.inject(.stall(afterChunks: 2))
            let heard = EventCount()
            let task = Task {
                for try await _ in client.reply(to: question()) { heard.add() }
            }
            #expect(await heard.reach(2))
            task.cancel()
            #expect(await stub.departures.reach(1))
            await #expect(throws: CancellationError.self) { try await task.value }
        }
    }

    @Test func `Leaving the loop closes the connection`() async throws {
        try await withStub(saying("One two three")) { stub, client in
            stub.inject(.stall(afterChunks: 1))
            for try await event in client.reply(to: question()) {
                #expect(event == .text("One"))
                break
            }
            #expect(await stub.departures.reach(1))
        }
    }

    @Test func `A reply that is never iterated is never asked for`() async throws {
        try await withStub { stub, client in
            _ = client.reply(to: question())
            _ = try await client.version()
            #expect(stub.requests.map(\.path) == ["/api/version"])
        }
    }

    @Test func `Cancelling while the server is busy ends the waiting`() async throws {
        let sleeping = EventCount()
        let sleep: @Sendable (Duration) async throws -> Void = { _ in
            sleeping.add()
            try await Task.sleep(for: .seconds(3600))
        }
        try await withStub(sleep: sleep) { stub, client in
            stub.inject(.busy)
            let task = Task { try await Outcome(of: client.reply(to: question())).text }
            #expect(await sleeping.reach(1))
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
            #expect(stub.requests.count == 1)
        }
    }

    @Test func `A client that is let go of leaves its reply alone until it ends`() async throws {
        let stub = try await StubOllama(saying("One two three"))
        func stream() -> ReplyStream {
            OllamaClient(model: "smollm2", host: stub.address, environment: [:])
                .reply(to: question())
        }
        let outcome = try await Outcome(of: stream())
        #expect(outcome.text == "One two three")
        #expect(outcome.end != nil)
    }

    @Test func `After a shutdown a request is an error, and a second shutdown is none`()
        async throws
    {
        try await withStub { _, client in
            await client.shutdown()
            let outcome = try await Outcome(of: client.reply(to: question()))
            #expect(outcome.error != nil)
        }
    }
}
