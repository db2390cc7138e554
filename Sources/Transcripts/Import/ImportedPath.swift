public import Chat

/// All messages of a conversation, those that it shares with the one it branches from included.
public struct ImportedPath: Sendable {
    /// Where the messages are.
    enum Place: Sendable {
        /// In memory.
        case memory([ImportedMessage])
        /// In their file, with the times that they count as said.
        case file(any TranscriptSource, MessageOutline, [OutlinedTime])
    }

    private let place: Place

    /// Describes messages.
    init(_ place: Place) {
        self.place = place
    }

    /// How many there are.
    public var count: Int {
        switch place {
        case .memory(let messages): messages.count
        case .file(_, _, let times): times.count
        }
    }

    /// When the first was said.
    public var start: Timestamp? {
        switch place {
        case .memory(let messages): messages.first?.timestamp
        case .file(_, _, let times): times.first?.timestamp
        }
    }

    /// When the last was said.
    public var end: Timestamp? {
        switch place {
        case .memory(let messages): messages.last?.timestamp
        case .file(_, _, let times): times.last?.timestamp
        }
    }

    /// A name made of the first question.
    public var suggestedName: String? {
        switch place {
        case .memory(let messages):
            messages.first { $0.message.role == .user }.flatMap {
                SessionName.suggested(by: $0.message.content)
            }
        case .file(_, let outline, _): outline.suggestedName
        }
    }

    /// The model of the last reply.
    public var model: String? {
        switch place {
        case .memory(let messages): messages.last { $0.message.model != nil }?.message.model
        case .file(_, let outline, _): outline.model
        }
    }

    /// Messages from a position on, as many as fit into memory well; none at the end.
    ///
    /// - Parameter position: How many come before, as earlier calls gave them.
    /// - Returns: The messages, with their times in order.
    /// - Throws: An error of the system, and ``TranscriptError`` for a file that is not any more
    ///   what it was.
    public func messages(from position: Int) throws -> [ImportedMessage] {
        switch place {
        case .memory(let messages): return position == 0 ? messages : []
        case .file(let source, let outline, let times):
            guard let page = outline.pages.firstIndex(where: { $0.position == position }) else {
                return []
            }
            var messages = try OwnMessages.read(outline, page, from: source)
            for index in messages.indices {
                messages[index].timestamp = times[position + index].timestamp
            }
            return messages
        }
    }
}
