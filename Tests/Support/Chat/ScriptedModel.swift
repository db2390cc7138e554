package import Chat
import Synchronization

/// A model server that answers from a script, and remembers what it was asked.
package final class ScriptedModel: ModelServer {
    /// What the server does with one request.
    package enum Reply: Sendable {
        /// Sends these events and ends the stream.
        case events([ReplyEvent])
        /// Sends these events, then fails.
        case failing([ReplyEvent], any ChatFailure)
        /// Sends these events, then nothing until the reader goes away.
        case stalling([ReplyEvent])

        /// A whole reply, word by word.
        package static func text(_ text: String) -> Reply {
            let words = text.split(separator: " ", omittingEmptySubsequences: false)
            let events = words.enumerated().map { index, word in
                ReplyEvent.text(index == 0 ? String(word) : " \(word)")
            }
            let statistics = ReplyStatistics(promptTokens: 10, replyTokens: words.count)
            return .events(events + [.done(ReplyEnd(statistics: statistics))])
        }
    }

    private struct State {
        var replies: [Reply]
        var requests: [ChatRequest] = []
        var created: [NewModel] = []
        var loads: [String] = []
        var unloaded: [String] = []
        var pulled: [String] = []
        var embedded: [[String]] = []
    }

    private let state: Mutex<State>
    private let names: [String]
    private let capabilities: [String]
    private let vectors: StubVector?

    /// Makes a server.
    ///
    /// - Parameters:
    ///   - replies: Its replies in turn; after the last it echoes the last message.
    ///   - models: The names of its models.
    ///   - capabilities: What they can do.
    ///   - vectors: How it makes vectors, where it can; models whose names say so do that.
    ///   - loading: What happens before a model is loaded.
    package init(
        _ replies: [Reply] = [], models: [String] = ["tiny:latest", "big:7b"],
        capabilities: [String] = ["completion", "tools"], vectors: StubVector? = StubVector(),
        loading: (@Sendable () async throws -> Void)? = nil
    ) {
        self.loading = loading
        state = Mutex(State(replies: replies))
        names = models
        self.capabilities = capabilities
        self.vectors = vectors
    }

    /// What was asked, in order.
    package var requests: [ChatRequest] { state.withLock(\.requests) }

    /// The models that were made, in order.
    package var created: [NewModel] { state.withLock(\.created) }

    /// The models that were to be loaded, in order.
    package var loads: [String] { state.withLock(\.loads) }
    /// The models that were taken out of memory, in order.
    package var unloaded: [String] { state.withLock(\.unloaded) }
    /// The models that were pulled, in order.
    package var pulled: [String] { state.withLock(\.pulled) }
    /// The texts that vectors were made of, request by request.
    package var embedded: [[String]] { state.withLock(\.embedded) }
    /// Counts the requests that arrived, those to load a model among them.
    package let arrivals = EventCount()
    /// What happens before a model is loaded.
    private let loading: (@Sendable () async throws -> Void)?

    /// Adds replies behind those that are left.
    package func script(_ replies: Reply...) {
        state.withLock { $0.replies += replies }
    }

    package var address: String { "http://127.0.0.1:11434" }

    package func reply(to request: ChatRequest) -> ReplyStream {
        let reply = state.withLock { state in
            state.requests.append(request)
            return state.replies.isEmpty
                ? Reply.text("echo: \(request.messages.last?.content ?? "")")
                : state.replies.removeFirst()
        }
        arrivals.add()
        switch reply {
        case .events(let events): return ReplyStream(events)
        case .failing(let events, let failure): return stream(events) { throw failure }
        case .stalling(let events):
            return stream(events) {
                try await Task.sleep(for: .seconds(3600))
                return nil
            }
        }
    }

    private func stream(
        _ events: [ReplyEvent], then end: @escaping @Sendable () async throws -> [ReplyEvent]?
    ) -> ReplyStream {
        ReplyStream {
            let first = ReplyStream(events)
            let isFirst = Mutex(true)
            return {
                if isFirst.withLock({ value in
                    defer { value = false }; return value
                }) {
                    var all: [ReplyEvent] = []
                    for try await event in first { all.append(event) }
                    return all
                }
                return try await end()
            }
        }
    }

    package func models() async throws -> [ModelSummary] {
        (names + created.map(\.name) + pulled).map {
            ModelSummary(
                name: $0, digest: "sha-\($0)", size: 1_000_000,
                capabilities: $0.contains("embed") ? ["embedding"] : capabilities)
        }
    }

    package func details(of model: String) async throws -> ModelDetails {
        ModelDetails(
            architecture: "llama", parameterSize: "3.2B", quantization: "Q4_K_M",
            contextLength: 8192, capabilities: capabilities,
            parameters: "stop           \"END\"\ntemperature    0.2", system: "I am \(model).",
            template: "{{ .Prompt }}", license: "Apache-2.0\nas it stands")
    }

    package func loadedModels() async throws -> [LoadedModel] {
        names.map {
            LoadedModel(
                name: $0, digest: "sha-\($0)", contextLength: 4096, size: 2_000_000_000,
                sizeOnGPU: 500_000_000, expiresAt: Timestamp(seconds: 90_000_000_000))
        }
    }

    package func load(_ model: String, options: ModelOptions) async throws {
        state.withLock { $0.loads.append(model) }
        arrivals.add()
        try await loading?()
    }

    package func unload(_ model: String) async throws {
        state.withLock { $0.unloaded.append(model) }
    }

    package func create(
        _ model: NewModel, onStatus: @escaping @Sendable (String) async -> Void
    ) async throws {
        await onStatus("writing manifest")
        state.withLock { $0.created.append(model) }
    }

    package func pull(
        _ model: String, onStatus: @escaping @Sendable (PullStatus) async -> Void
    ) async throws {
        await onStatus(PullStatus("pulling manifest"))
        await onStatus(PullStatus("pulling abc", layer: "abc", size: 274_000_000, fetched: 1000))
        state.withLock { $0.pulled.append(model) }
    }

    package func embed(_ texts: [String], with model: String) async throws -> Embeddings {
        state.withLock { $0.embedded.append(texts) }
        guard let vectors else { throw ChatError.noModel }
        return Embeddings(vectors: texts.map(vectors.of))
    }

    package func version() async throws -> String { "0.24.0" }
}
