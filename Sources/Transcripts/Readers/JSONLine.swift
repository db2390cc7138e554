/// What a line of JSON is.
struct JSONLine {
    /// The kinds that there are.
    enum Kind: Hashable {
        /// What is said of a session as a whole.
        case session
        /// A message.
        case message
        /// A step that put messages on the shelf.
        case shelf
        /// An image of messages.
        case image
        /// Something else.
        case unknown
    }

    /// Its kind.
    let kind: Kind
    /// Where its message or its image is.
    let message: JSONPart?
    /// Whether it says what it is, or is a message with a role and a content.
    let isClear: Bool

    /// Looks at a line, or returns `nil` where it is no object.
    init?(_ bytes: [UInt8]) {
        guard var cutter = JSONCutter(bytes, in: bytes.indices) else { return nil }
        var parts: [String: JSONPart] = [:]
        var depth = 0
        while let part = cutter.next(), let key = part.key {
            parts[key] = part
            depth = max(depth, part.depth)
        }
        guard cutter.brokenAt == nil, depth < TranscriptLimits.jsonDepth else { return nil }
        isClear = parts["type"] != nil || parts["role"] != nil && parts["content"] != nil
        switch parts["type"].map({ String(decoding: bytes[$0.range], as: UTF8.self) }) {
        case #""session""#: (kind, message) = (.session, nil)
        case #""message""#: (kind, message) = (.message, parts["message"])
        case #""shelf""#: (kind, message) = (.shelf, nil)
        case #""image""#: (kind, message) = (.image, parts["data"])
        case nil where parts["role"] != nil:
            kind = .message
            message = JSONPart(key: nil, range: bytes.indices, depth: depth + 1)
        default: (kind, message) = (.unknown, nil)
        }
    }
}
