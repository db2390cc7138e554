import Chat
import Synchronization
import TestSupport
import Testing

@testable import Ollama

struct CreateTests {
    /// What a server said while it made a model.
    private func statuses(_ client: OllamaClient, _ model: NewModel) async throws -> [String] {
        let statuses = Mutex<[String]>([])
        try await client.create(model) { status in statuses.withLock { $0.append(status) } }
        return statuses.withLock { $0 }
    }

    private func client(_ lines: String...) -> OllamaClient {
        OllamaClient(transport: RecordedTransport(pieces: lines.map { Array($0.utf8) }))
    }

    private let model = NewModel(name: "new", from: "smollm2")

    @Test func `A model is made of a system prompt, options and messages`() async throws {
        try await withStub { stub, client in
            var reply = Message.assistant("A", state: .failed)
            reply.thinking = "Hm."
            let statuses = try await statuses(
                client,
                NewModel(
                    name: "tutor", from: "smollm2", system: "Be <brief>.",
                    options: ["num_ctx": .integer(2048), "think": .boolean(true)],
                    messages: [.user("Q"), reply]))
            #expect(statuses == ["writing manifest"])
            #expect(
                stub.requests.map { "\($0.method) \($0.path) \($0.text)" } == [
                    #"POST /api/create {"from":"smollm2","messages":[{"content":"Q","role":"user"},"#
                        + #"{"content":"A","role":"assistant"}],"model":"tutor","#
                        + #""parameters":{"num_ctx":2048},"system":"Be <brief>."}"#
                ])
            #expect(try await client.models().map(\.name) == ["smollm2:latest", "tutor:latest"])
            _ = try await self.statuses(client, model)
            #expect(
                stub.requests.last { $0.newModel != nil }?.text
                    == #"{"from":"smollm2","model":"new"}"#)
        }
    }

    @Test func `The words of a real server are told, however they are cut`() async throws {
        let recorded = try RecordedAnswer("create_from.http")
        let whole = OllamaClient(transport: RecordedTransport(recorded))
        let told = try await statuses(whole, model)
        #expect(told.count == 6)
        #expect(told.first?.hasPrefix("using existing layer sha256:") == true)
        #expect(told.last == "writing manifest")
        let bytes = OllamaClient(
            transport: RecordedTransport(pieces: recorded.body.map { [$0] }))
        #expect(try await statuses(bytes, model) == told)
    }

    @Test func `What goes wrong is a sentence`() async throws {
        func failure(_ client: OllamaClient) async -> OllamaError? {
            await #expect(throws: OllamaError.self) { _ = try await statuses(client, model) }
        }
        let refused = client("{\"status\":\"parsing\"}\n{\"error\":\"no space left\"}\n")
        #expect(
            await failure(refused)?.description
                == "Ollama could not make the model: no space left.")
        #expect(await failure(client("{\"status\":\"writing\"}\n"))?.code == .brokenOff)
        #expect(await failure(client("{\"sta"))?.code == .notOllama)
        #expect(await failure(client("nonsense\n"))?.code == .notOllama)
        try await client("{\"status\":\"success\"}").create(model) { _ in }
        try await withStub { stub, client in
            stub.inject(.error(400, "invalid model name"), on: .other)
            #expect(await failure(client)?.description.contains("invalid model name.") == true)
        }
    }

    @Test func `A base that is not there is said`() async throws {
        try await withStub { _, client in
            let error = await #expect(throws: OllamaError.self) {
                try await client.create(NewModel(name: "new", from: "nosuch")) { _ in }
            }
            #expect(error?.description.contains("file does not exist.") == true)
        }
    }
}
