/// Estimates how many tokens messages take up in the prompt of a model.
///
/// No server counts a text before it reads it. What it counted of earlier ones tells how many
/// tokens this model makes of so many bytes of this conversation.
public struct TokenEstimator: Hashable, Sendable {
    /// Tokens for a byte of English, and for one of a script that needs several bytes a letter.
    private static let asciiRatio = 0.27
    private static let otherRatio = 0.40
    /// What the template of a model puts around a message.
    private static let frame = 5.0
    /// What a server counts for an image.
    private static let imageTokens = 768
    /// Less text than that says nothing about the next one, in tokens.
    private static let leastEvidence = 40.0
    /// No model is further away from the usual ratio than so many times.
    private static let limits = 0.4...4.0

    /// What is learned from less text than that may be the matter of one text, in tokens.
    private static let goodEvidence = 200.0

    /// How many times the usual number of tokens this model makes.
    public private(set) var scale = 1.0
    /// Whether that was learned from so much text that it holds for others.
    private(set) var isWellFounded = false

    /// Knows nothing yet.
    public init() {}

    /// Learns from what a server counted in a conversation.
    ///
    /// - Parameters:
    ///   - messages: The messages, oldest first.
    ///   - model: The model; what others counted says nothing.
    ///   - known: How many times the usual number of tokens it makes where they do not tell.
    public init(
        learningFrom messages: [StoredMessage], of model: String, orKnowing known: Double? = nil
    ) {
        var evidence = (usual: 0.0, counted: 0.0)
        var last: ReplyStatistics?
        var between = (usual: 0.0, count: 0)
        for message in messages.compactMap(\.message) {
            guard message.role == .assistant, let name = message.model,
                ModelName.isSame(name, model), let statistics = message.statistics
            else {
                between.usual += Self.usual(message)
                between.count += 1
                continue
            }
            if let before = last?.promptTokens, let reply = last?.replyTokens,
                let now = statistics.promptTokens, between.count > 0
            {
                let counted = Double(now - before - reply) - Self.frame * Double(between.count)
                // Less than nothing: the server did not read all that it read before.
                if counted > 0 {
                    evidence.usual += between.usual
                    evidence.counted += counted
                }
            }
            // Thoughts are counted with a reply, but not sent again.
            if message.thinking == nil, let tokens = statistics.replyTokens {
                evidence.usual += Self.usual(message)
                evidence.counted += Double(tokens)
            }
            last = message.thinking == nil ? statistics : nil
            between = (0, 0)
        }
        guard evidence.usual >= Self.leastEvidence else {
            scale = Self.limited(known ?? scale)
            return
        }
        scale = Self.limited(evidence.counted / evidence.usual)
        isWellFounded = evidence.usual >= Self.goodEvidence
    }

    /// About how many tokens a message takes up.
    public func tokens(of message: Message) -> Int {
        Int((Self.usual(message) * scale + Self.frame).rounded(.up))
            + message.images.count * Self.imageTokens
    }

    /// Messages that can be read, with about how many tokens each takes up.
    public func entries(_ messages: [StoredMessage]) -> [ContextPlan.Entry] {
        messages.compactMap { stored in
            stored.message.map {
                ContextPlan.Entry(message: stored, tokens: tokens(of: $0))
            }
        }
    }

    /// Takes a count into account that a server made of messages.
    ///
    /// - Parameters:
    ///   - messages: All that was sent.
    ///   - counted: The tokens of the whole prompt.
    mutating func learn(from messages: [Message], counted: Int) {
        let usual = messages.reduce(0) { $0 + Self.usual($1) }
        let frames = messages.reduce(0) { sum, message in
            sum + Self.frame + Double(message.images.count * Self.imageTokens)
        }
        let counted = Double(counted) - frames
        guard usual >= Self.leastEvidence, counted > 0 else { return }
        scale = Self.limited(counted / usual)
    }

    /// Expects more tokens than until now, because the server found more than were expected.
    mutating func expectMore() {
        scale = Self.limited(scale * 1.4)
    }

    private static func usual(_ message: Message) -> Double {
        var content = message.content
        // Sessions are long, and this is done for all of their messages before each request.
        let others = content.withUTF8 { bytes in
            var count = 0
            for byte in bytes { count &+= Int(byte &>> 7) }
            return count
        }
        return Double(content.utf8.count - others) * asciiRatio + Double(others) * otherRatio
    }

    private static func limited(_ scale: Double) -> Double {
        min(max(scale, limits.lowerBound), limits.upperBound)
    }
}
