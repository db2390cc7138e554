import Chat
import Transcripts

/// Sessions to write, made from a number so that a failure can be made again.
struct Samples: RandomNumberGenerator {
    private var state: UInt64

    init(seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }

    /// The moment of the first message.
    static let start = Timestamp(microseconds: 1_760_000_000_000_123)
    /// A moment behind all messages.
    static let now = Timestamp(microseconds: 1_800_000_000_000_000)

    /// Pieces of which contents are made: whatever one of the formats could take for its own.
    static let pieces = [
        "", " ", "\n", "\r\n", "\r", "\t", "\\", "\\\\", "`", "```", "~~~", "---", "---\n", "- ",
        "## 3 · user · 2025-10-09T08:53:20.000123Z\n", "\n## 1 · assistant", "\n\\## 2 · user",
        "\n## Shelf · retry", "\\## ", "## ", "# ", "ollama-chat: 1\n", "---\nollama-chat: 1\n",
        "<!-- ollama-chat {} -->\n", "-->", "<details><summary>Thinking</summary>\n",
        "</details>\n",
        "\n</details>", "\\</details>", "{\"role\":\"user\"}", "\"", "\"\"\"", "\u{0}",
        "\u{1B}[31m",
        "\u{2028}", "\u{202E}", "\u{FEFF}", "👩‍👩‍👧", "é", "<script>alert(1)</script>", "&amp;",
        "[x](javascript:alert(1))", "wörter und mehr", "A plain sentence.", "\n\n", "> ",
        "| a | b |",
    ]

    mutating func text(_ most: Int = 8) -> String {
        (0..<Int.random(in: 0...most, using: &self))
            .map { _ in Self.pieces.randomElement(using: &self) ?? "" }.joined()
    }

    mutating func chance(_ share: Int) -> Bool { Int.random(in: 0..<share, using: &self) == 0 }

    mutating func message() -> Message {
        let role: Role = [.user, .assistant, .tool].randomElement(using: &self) ?? .user
        var message = Message(role: role, content: text())
        guard role == .assistant else { return message }
        message.state =
            [.complete, .complete, .interrupted, .failed, .truncated].randomElement(using: &self)
            ?? .complete
        if chance(2) { message.model = chance(4) ? "odd · name\"" : "llama3.2:latest" }
        if chance(3) { message.thinking = text() }
        if chance(3) { message.digest = "sha256:abc" }
        if chance(3) {
            message.options = ["temperature": .number(0.25), "stop": .texts(["\n-->"])]
        }
        if chance(3) {
            message.statistics = ReplyStatistics(replyTokens: 7, total: .nanoseconds(1_234_567_891))
        }
        if chance(5) { message.images = ["0123abcd"] }
        if chance(5) { message.saidAt = Self.start }
        return message
    }

    /// Messages as the store gives them.
    mutating func history(_ count: Int, from time: Timestamp = start) -> [StoredMessage] {
        (0..<count).map { index in
            let message = index == 0 ? Message.system(text()) : message()
            return Self.stored(
                message, number: index + 1,
                at: time.advanced(byMicroseconds: Int64(index) * 1_500_001))
        }
    }

    /// A message as the store gives it.
    static func stored(_ message: Message, number: Int, at time: Timestamp) -> StoredMessage {
        StoredMessage(
            number: number, timestamp: time, message: message,
            member: Array(memberJSON(message, at: time).utf8))
    }

    /// A session of messages.
    static func session(
        _ id: String, of messages: [StoredMessage], name: String? = nil, parent: String? = nil,
        branchPoint: Int? = nil
    ) -> Session {
        Session(
            id: SessionID(id) ?? .random(), name: name, model: "llama3.2",
            options: ["temperature": .number(0.5), "num_ctx": .integer(4096)], createdAt: start,
            lastActivity: messages.last?.timestamp ?? start, messageCount: messages.count,
            parent: parent.flatMap { SessionID($0) }, branchPoint: branchPoint)
    }
}
