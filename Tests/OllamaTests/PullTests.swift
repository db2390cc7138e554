import Chat
import Synchronization
import TestSupport
import Testing

@testable import Ollama

struct PullTests {
    /// What a server said while it fetched a model.
    private func statuses(_ client: OllamaClient, _ name: String) async throws -> [PullStatus] {
        let statuses = Mutex<[PullStatus]>([])
        try await client.pull(name) { status in statuses.withLock { $0.append(status) } }
        return statuses.withLock { $0 }
    }

    private func failure(_ client: OllamaClient, _ name: String) async -> OllamaError? {
        await #expect(throws: OllamaError.self) { _ = try await statuses(client, name) }
    }

    private func behaviour(interval: Duration = .zero) -> StubBehaviour {
        var behaviour = StubBehaviour()
        behaviour.library = [StubModel("tiny", size: 1000)]
        behaviour.interval = interval
        return behaviour
    }

    @Test func `A model is fetched layer by layer, and is there then`() async throws {
        try await withStub(behaviour()) { stub, client in
            let statuses = try await statuses(client, "tiny")
            #expect(
                stub.requests.map { "\($0.method) \($0.path) \($0.text)" }
                    == [#"POST /api/pull {"model":"tiny","stream":true}"#])
            #expect(statuses.first == PullStatus("pulling manifest"))
            #expect(
                statuses.suffix(2).map(\.words) == ["verifying sha256 digest", "writing manifest"])
            let layers = statuses.filter { $0.layer != nil }
            #expect(layers.first?.fetched == nil)
            #expect(Set(layers.compactMap(\.size)) == [900, 100])
            #expect(layers.filter { $0.fetched == $0.size }.count == 2)
            #expect(try await client.models().map(\.name).contains("tiny:latest"))
        }
    }

    @Test func `What was fetched before somebody stopped it is not fetched again`() async throws {
        try await withStub(behaviour(interval: .milliseconds(5))) { stub, client in
            let task = Task {
                try await client.pull("tiny") { status in
                    if status.fetched ?? 0 >= 270 { withUnsafeCurrentTask { $0?.cancel() } }
                }
            }
            await #expect(throws: CancellationError.self) { try await task.value }
            #expect(await stub.departures.reach(1))
            let first = try await statuses(client, "tiny").first { $0.layer != nil }
            #expect(first?.fetched ?? 0 >= 270)
        }
    }

    @Test(arguments: [
        ("pull_unknown_registry_404.http", OllamaError.Code.unknownModel, "There is no model x"),
        ("pull_unknown_no_network.http", .serverFailed, "network is unreachable."),
        ("pull_blob_missing_midstream.http", .serverFailed, "file does not exist."),
        ("pull_bad_name.http", .refused, "invalid model name."),
    ])
    func `What a real server says of a failure is a sentence`(
        file: String, code: OllamaError.Code, words: String
    ) async throws {
        let client = OllamaClient(transport: RecordedTransport(try RecordedAnswer(file)))
        let error = await failure(client, "x")
        #expect(error?.code == code)
        #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
    }

    @Test func `An answer that ends early is not taken for a success`() async throws {
        let cut = RecordedTransport(pieces: [Array("{\"status\":\"pulling manifest\"}\n".utf8)])
        #expect(await failure(OllamaClient(transport: cut), "x")?.code == .brokenOff)
    }
}
