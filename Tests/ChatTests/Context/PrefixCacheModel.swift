import Chat
import Synchronization

/// A model server with one slot: it keeps what it read last, and reads only what is new.
///
/// A word is a token. What does not fit into its window is an error, as with `truncate: false`, or
/// is left out without a word, as with older servers.
final class PrefixCacheModel: ModelServer {
    private struct State {
        var requests: [ChatRequest] = []
        /// What the slot holds, with the tokens of each message.
        var cache: [(message: Message, tokens: Int)] = []
        var evaluated = 0
        var ideal = 0
    }

    /// The tokens of the window.
    let window: Int
    private let refuses: Bool
    private let replyWords: Int
    private let state = Mutex(State())

    init(window: Int, refusing refuses: Bool = true, replyWords: Int = 100) {
        self.window = window
        self.refuses = refuses
        self.replyWords = replyWords
    }

    /// What was asked, in order.
    var requests: [ChatRequest] { state.withLock(\.requests) }

    /// The tokens that were evaluated, and as many as would have been if each had been once.
    var evaluations: (real: Int, ideal: Int) { state.withLock { ($0.evaluated, $0.ideal) } }

    func reply(to request: ChatRequest) -> ReplyStream {
        state.withLock { $0.requests.append(request) }
        var prompt = request.messages.map { (message: $0, tokens: Self.tokens(of: $0)) }
        let size = { (prompt: [(message: Message, tokens: Int)]) in
            prompt.reduce(0) { $0 + $1.tokens }
        }
        if refuses, request.refusesTruncation, size(prompt) > window {
            return ReplyStream { { throw TooLong() } }
        }
        while size(prompt) > window, prompt.count > 1 { prompt.removeFirst() }
        let text = Array(repeating: "answer", count: replyWords).joined(separator: " ")
        state.withLock { state in
            let cached = zip(state.cache, prompt).prefix {
                $0.message.role == $1.message.role && $0.message.content == $1.message.content
            }.count
            state.evaluated += size(Array(prompt.dropFirst(cached))) + replyWords
            state.ideal += (prompt.last?.tokens ?? 0) + replyWords
            state.cache = prompt + [(.assistant(text), replyWords)]
        }
        let statistics = ReplyStatistics(promptTokens: size(prompt), replyTokens: replyWords)
        return ReplyStream([.text(text), .done(ReplyEnd(statistics: statistics))])
    }

    /// The words, and one for the role.
    private static func tokens(of message: Message) -> Int {
        message.content.utf8.count { $0 == UInt8(ascii: " ") } + 2
    }

    var address: String { "http://127.0.0.1:11434" }
    func models() async throws -> [ModelSummary] { [] }
    func details(of model: String) async throws -> ModelDetails { ModelDetails() }
    func loadedModels() async throws -> [LoadedModel] {
        [LoadedModel(name: "tiny:latest", contextLength: window)]
    }
    func load(_ model: String, options: ModelOptions) async throws {}
    func unload(_ model: String) async throws {}
    func create(
        _ model: NewModel, onStatus: @escaping @Sendable (String) async -> Void
    ) async throws {}
    func pull(
        _ model: String, onStatus: @escaping @Sendable (PullStatus) async -> Void
    ) async throws {}
    func embed(_ texts: [String], with model: String) async throws -> Embeddings {
        Embeddings(vectors: [])
    }
    func version() async throws -> String { "0.24.0" }
}

/// What a server says that does not leave anything out.
private struct TooLong: ChatFailure {
    let kind = ChatFailureKind.contextWindow
    let description = "The input length exceeds the context length."
    let hint: String? = nil
}
