import Chat
import Synchronization

/// A model that makes tokens of texts much as real ones do, and counts them.
///
/// A word is a token, a long one two, a mark of punctuation one; its template adds a few for each
/// message and some for the whole.
final class CountingModel: ModelServer {
    private let state = Mutex<[ChatRequest]>([])
    private let reply: @Sendable (ChatRequest) -> String

    init(_ reply: @escaping @Sendable (ChatRequest) -> String) {
        self.reply = reply
    }

    /// What was asked, in order.
    var requests: [ChatRequest] { state.withLock(\.self) }

    /// The tokens of the last request.
    var lastCount: Int { requests.last.map(Self.count) ?? 0 }

    func reply(to request: ChatRequest) -> ReplyStream {
        state.withLock { $0.append(request) }
        let text = reply(request)
        let statistics = ReplyStatistics(
            promptTokens: Self.count(request), replyTokens: Self.tokens(of: text))
        return ReplyStream([.text(text), .done(ReplyEnd(statistics: statistics))])
    }

    private static func count(_ request: ChatRequest) -> Int {
        request.messages.reduce(20) { $0 + 4 + tokens(of: $1.content) }
    }

    private static func tokens(of text: String) -> Int {
        text.split(separator: " ").reduce(0) { sum, word in
            let letters = word.count(where: \.isLetter)
            return sum + (letters > 9 ? 2 : 1) + (word.count - letters)
        }
    }

    var address: String { "http://127.0.0.1:11434" }
    func models() async throws -> [ModelSummary] { [] }
    func details(of model: String) async throws -> ModelDetails {
        ModelDetails(contextLength: 131_072, parameters: "num_ctx    16384")
    }
    func loadedModels() async throws -> [LoadedModel] {
        guard let last = requests.last else { return [] }
        let wanted = if case .integer(let size) = last.options["num_ctx"] { size } else { 8192 }
        return [LoadedModel(name: "tiny:latest", contextLength: wanted)]
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

    /// Ordinary prose of so many words.
    static func prose(words count: Int, seed: Int) -> String {
        let words = """
            the of and a to in is was he for it with as his on be at by I this had not are but from \
            or have an they which one you were her all she there would their we him been has when \
            who will more no if out so said what up its about into than them can only other new \
            some could time these two may then do first any my now such like our over man me even \
            most made after also did many before must through years where much your way well down \
            should because each just those people how too little state good very make world still \
            see own government understanding different information particularly circumstances
            """.split(separator: " ")
        var number = UInt64(truncatingIfNeeded: seed &* 2_654_435_761 &+ 1)
        return (1...count).map { index in
            number = number &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let word = words[Int(number >> 33) % words.count]
            return index.isMultiple(of: 12)
                ? "\(word)." : index.isMultiple(of: 7) ? "\(word)," : word
        }.joined(separator: " ")
    }
}
