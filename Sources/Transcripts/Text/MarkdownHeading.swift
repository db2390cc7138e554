import Chat

/// The heading of a message in Markdown: `## 3 · assistant · TIME · llama3.2 · interrupted`.
struct MarkdownHeading {
    /// The number shown.
    let number: Int
    /// The role, or `nil` where it is no plain word.
    let role: Role?
    /// When it was said, or `nil` where that was left out by hand.
    let said: Timestamp?
    /// The model, or `nil` where there is none, or its name is not plain.
    let model: String?
    /// How the making of it ended.
    let state: MessageState

    /// What stands for a role that is no plain word.
    static let unknownRole = Role(rawValue: "unknown")

    /// The heading of a message.
    init(_ stored: StoredMessage) {
        number = stored.number
        role = stored.message?.role.ifPlain
        said = stored.timestamp
        model = stored.message?.model.flatMap { Self.isPlain($0) ? $0 : nil }
        state = stored.message?.state ?? .complete
    }

    /// Whether a heading says all there is to say of a message, its texts aside.
    static func isEnough(for message: Message) -> Bool {
        var bare = Message(role: message.role, content: message.content)
        bare.state = message.state
        bare.thinking = message.thinking
        bare.model = message.model
        return bare == message && message.role.ifPlain != nil && message.model.map(isPlain) ?? true
    }

    /// The heading as a line.
    var line: String {
        var parts = [String(number), (role ?? Self.unknownRole).rawValue]
        if let said { parts.append(UTCTime.exact(said)) }
        if let model { parts.append("model \(model)") }
        if state != .complete { parts.append(state.rawValue) }
        return MarkdownMark.headingStart + parts.joined(separator: MarkdownMark.separator)
    }

    /// Reads a line, or returns `nil` for one that is no heading of a message.
    init?(_ line: String) {
        guard line.hasPrefix(MarkdownMark.headingStart) else { return nil }
        let parts = line.dropFirst(MarkdownMark.headingStart.count).split(
            separator: MarkdownMark.separator)
        guard parts.count >= 2, let number = Int(parts[0]) else { return nil }
        var said: Timestamp?
        var model: String?
        var state = MessageState.complete
        for part in parts.dropFirst(2) {
            if let time = UTCTime.timestamp(of: String(part)) {
                said = time
            } else if part.hasPrefix("model ") {
                model = String(part.dropFirst("model ".count))
            } else if let known = MessageState(rawValue: String(part)) {
                state = known
            } else {
                return nil
            }
        }
        self.number = number
        role = Role(rawValue: String(parts[1])).ifPlain
        self.said = said
        self.model = model
        self.state = state
    }

    /// Whether a model's name can stand in a heading.
    private static func isPlain(_ name: String) -> Bool {
        !name.isEmpty
            && name.utf8.allSatisfy { byte in
                (0x21..<0x7F).contains(byte) && byte != UInt8(ascii: "\\")
            }
    }
}
