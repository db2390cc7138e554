import Chat
import Terminal

/// Which sessions somebody looks for.
struct SessionFilter: Hashable, Sendable {
    /// What the name must have in it, each of them, without regard to case.
    var words: [String] = []
    /// The model that they talk to.
    var model: String?
    /// They were used at this moment or later.
    var since: Timestamp?
    /// They were used before this moment.
    var before: Timestamp?
    /// Whether only pinned ones are looked for.
    var wantsPinned = false
    /// How many messages they have at the least.
    var leastMessages: Int?

    /// Whether every session is looked for.
    var isEmpty: Bool { self == SessionFilter() }

    /// Whether a session is looked for.
    func matches(_ session: Session) -> Bool {
        if wantsPinned, !session.isPinned { return false }
        if let leastMessages, session.messageCount < leastMessages { return false }
        if let since, session.lastActivity < since { return false }
        if let before, session.lastActivity >= before { return false }
        if let model, !session.talks(to: model) { return false }
        guard !words.isEmpty else { return true }
        let name = session.name?.lowercased() ?? ""
        return words.allSatisfy { name.contains($0.lowercased()) }
            || words.count == 1 && words[0].count >= 4 && session.id.text.hasPrefix(words[0])
    }

    /// Whether no session that was used before this one is looked for.
    func ends(at session: Session) -> Bool {
        since.map { session.lastActivity < $0 } ?? false
    }

    /// What is looked for, in words that go behind `No session`.
    var description: String {
        var parts: [String] = []
        if !words.isEmpty {
            let quoted = words.map { "“\($0.onOneLine.shortened(to: 40))”" }
            parts.append("with \(quoted.joined(separator: " and ")) in its name")
        }
        if let model { parts.append("with the model \(model.onOneLine.shortened(to: 40))") }
        if let since { parts.append("used since \(since.localTime)") }
        if let before { parts.append("used before \(before.localTime)") }
        if wantsPinned { parts.append("that is pinned") }
        if let leastMessages { parts.append("with at least \(Count.messages(leastMessages))") }
        return parts.joined(separator: ", ")
    }
}

extension Session {
    /// Whether a model is the one that the session talks to: `llama3.2` means any tag of it.
    fileprivate func talks(to wanted: String) -> Bool {
        guard let model = model?.lowercased() else { return false }
        let wanted = wanted.lowercased()
        return ModelName.isSame(model, wanted) || model.hasPrefix("\(wanted):")
    }
}

extension Timestamp {
    /// Date and time of day by the clock on the wall.
    fileprivate var localTime: String {
        let seconds = microseconds / 1_000_000
        return CivilTime(secondsSince1970: seconds, offset: LocalTime.offset(at: seconds))
            .dateAndTime
    }
}
