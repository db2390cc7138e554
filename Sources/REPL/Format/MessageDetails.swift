import Chat
import Terminal

/// All that is known of a message but what it says.
struct MessageDetails {
    /// The message.
    let stored: StoredMessage
    /// The session that it is in.
    let session: Session
    /// The session that this one was branched from, where the message came from there.
    let parent: Session?
    /// Which question of the session it is, or answers.
    let turn: Int
    /// How often it was continued.
    let continuations: Int

    /// Shows it all, what was thought and what was said behind the rest; nothing is cut.
    func show(on output: Output) {
        let facts = facts
        let width = (facts.map(\.name.count).max() ?? 0) + 2
        for (name, value) in facts {
            let blanks = String(repeating: " ", count: width - name.count)
            output.result(.label(name + blanks) + StyledText(Sanitizer.cleanLine(value)))
        }
        guard let message = stored.message else { return }
        if let thinking = message.thinking {
            output.result(.heading("thinking"))
            output.prose(thinking, as: .thinking)
        }
        output.result(.heading(Speaker.name(of: message)))
        if message.role == .assistant {
            output.pastReply(message.content)
        } else {
            output.prose(message.content)
        }
    }

    /// The facts that are known, each with its name.
    private var facts: [(name: String, value: String)] {
        let message = stored.message
        let all: [(String, String?)] =
            [
                ("message", "\(stored.number) of \(session.listedName.shortened(to: 60))"),
                ("turn", turn > 0 ? "\(turn)" : nil),
                ("role", message?.role.rawValue ?? "cannot be read"),
                ("said", (message?.saidAt ?? stored.timestamp).inFull),
                ("stored", message?.saidAt.map { _ in stored.timestamp.inFull }),
                ("state", message.flatMap { $0.role == .assistant ? $0.state.rawValue : nil }),
                ("continued", continuations == 0 ? nil : Count.times(continuations)),
                ("branched from", parent.map { "\($0.listedName.shortened(to: 60)) (\($0.id))" }),
                ("model", message?.model), ("digest", message?.digest),
            ] + (message?.statistics.map(Self.figures) ?? []) + [
                ("options", message.flatMap { Self.text(of: $0.options) }),
                ("images", message.flatMap { Self.text(of: $0.images) }),
            ]
        return all.compactMap { name, value in value.map { (name, $0) } }
    }

    private static func figures(of statistics: ReplyStatistics) -> [(String, String?)] {
        func time(_ duration: Duration?) -> String? { duration.map { DurationText.text(of: $0) } }
        let speed = statistics.tokensPerSecond.map { ", \(Decimal.text($0, digits: 1)) a second" }
        return [
            ("ended by", statistics.doneReason),
            ("tokens read", statistics.promptTokens.map { "\($0)" }),
            ("tokens made", statistics.replyTokens.map { "\($0)\(speed ?? "")" }),
            ("window", statistics.contextLength.map { "\($0) tokens" }),
            ("took", time(statistics.total)),
            ("first token after", time(statistics.timeToFirstToken)),
            ("loading", time(statistics.load)), ("reading", time(statistics.promptEvaluation)),
            ("writing", time(statistics.evaluation)),
        ]
    }

    private static func text(of options: ModelOptions) -> String? {
        guard !options.isEmpty else { return nil }
        return options.values.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }
            .joined(separator: ", ")
    }

    private static func text(of images: [String]) -> String? {
        images.isEmpty ? nil : images.joined(separator: ", ")
    }
}

extension Timestamp {
    /// Date and time of day by the clock on the wall, and how long ago that was.
    fileprivate var inFull: String {
        let seconds = microseconds / 1_000_000
        let time = CivilTime(secondsSince1970: seconds, offset: LocalTime.offset(at: seconds))
        return "\(time.dateAndTime) (\(ago()))"
    }
}
