import Chat
import Redis
import RedisSessions
import Synchronization
import TestSupport

/// From a question to the request for its reply in a long session, against one of a hundred
/// messages: beginning the turn in the store, and planning what is sent.
struct PlanBenchmark: Benchmark {
    let name = "plan request, long / 100 messages"

    func run(_ sizes: Sizes) async throws -> Comparison {
        let server = try await RedisServer()
        let store = try RedisSessionStore(pool: RedisPool(server.address))
        let text = String(repeating: "word ", count: 20)
        let long = try await Asked(of: sizes.messages, saying: text, in: store)
        let short = try await Asked(of: 100, saying: text, in: store)
        return try await .measuring(
            sizes.samples,
            subject: { try await long.timeToRequest() },
            baseline: { try await short.timeToRequest() })
    }
}

/// A conversation in which something is asked again and again.
private struct Asked {
    private let conversation: Conversation
    private let model = TimedModel()

    init(of messages: Int, saying text: String, in store: RedisSessionStore) async throws {
        let id = try await LongSession.make(of: messages, saying: text, in: store)
        let session = try await store.change(
            id, [.model("tiny"), .options(["num_ctx": .integer(8192)])])
        conversation = Conversation(in: session, of: store, with: model)
    }

    func timeToRequest() async throws -> Duration {
        let start = ContinuousClock.now
        _ = try await conversation.run(.send("And this?")) { _ in }
        return model.asked.map { $0 - start } ?? .zero
    }
}

/// A model that notes when it is asked.
private final class TimedModel: ChatModel {
    private let moment = Mutex<ContinuousClock.Instant?>(nil)

    var asked: ContinuousClock.Instant? { moment.withLock(\.self) }

    func reply(to request: ChatRequest) -> ReplyStream {
        moment.withLock { $0 = .now }
        return ReplyStream([.text("Yes."), .done(ReplyEnd())])
    }
}
