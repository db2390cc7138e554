import Chat

/// The heading of messages on the shelf in Markdown: `## Shelf · retry · TIME · OPERATION`.
struct MarkdownShelfHeading {
    /// The identity of the step.
    let operation: TurnID
    /// Why the messages were taken off.
    let kind: ShelfKind
    /// When they were taken off.
    let at: Timestamp
    /// The newest message right after the step.
    let head: Timestamp?

    private static let start = "\(MarkdownMark.headingStart)\(MarkdownMark.shelf)"

    /// Describes a heading.
    init(operation: TurnID, kind: ShelfKind, at: Timestamp, head: Timestamp?) {
        self.operation = operation
        self.kind = kind
        self.at = at
        self.head = head
    }

    /// Reads a line, or returns `nil` for one that is no such heading.
    init?(_ line: String) {
        let parts = line.split(separator: MarkdownMark.separator)
        guard (4...5).contains(parts.count), parts[0] == Self.start,
            let kind = ShelfKind(rawValue: String(parts[1])),
            let at = UTCTime.timestamp(of: String(parts[2])), let operation = TurnID(parts[3])
        else { return nil }
        self.init(
            operation: operation, kind: kind, at: at,
            head: parts.count == 5 ? UTCTime.timestamp(of: String(parts[4])) : nil)
    }

    /// The heading as a line.
    var line: String {
        var parts = [Self.start, kind.rawValue, UTCTime.exact(at), operation.text]
        if let head { parts.append(UTCTime.exact(head)) }
        return parts.joined(separator: MarkdownMark.separator)
    }
}
