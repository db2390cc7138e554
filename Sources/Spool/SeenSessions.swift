import Chat

/// The sessions that this program has read, in whole or as much as a turn needs of a long one, kept
/// up to date with what it does to them.
///
/// It is what stays readable, and what a conversation goes on from, while the store is away.
struct SeenSessions: Sendable {
    /// A session and its messages.
    struct Seen: Sendable {
        var session: Session
        var messages: [StoredMessage]
        /// How many older messages were not read.
        var unread = 0

        /// The session as it is without the messages that were not read: as if they were pruned.
        var alone: Session {
            var session = session
            session.prunedCount += unread
            session.messageCount = messages.count
            return session
        }
    }

    private(set) var sessions: [SessionID: Seen] = [:]

    /// Everything that was seen.
    var all: [(Session, [StoredMessage])] { sessions.values.map { ($0.alone, $0.messages) } }

    /// Takes a session that was read or made, in whole or from some message on.
    mutating func take(_ history: History) {
        sessions[history.session.id] = Seen(
            session: history.session, messages: history.messages,
            unread: max(0, history.session.messageCount - history.messages.count))
    }

    /// Takes a session whose metadata was read or changed.
    mutating func take(_ session: Session) {
        sessions[session.id]?.session = session
    }

    /// Takes what the beginning of a turn brought; a session that was changed otherwise, too, is
    /// forgotten.
    mutating func take(_ turn: BegunTurn) {
        guard var seen = sessions[turn.session] else { return }
        seen.messages += turn.news + (turn.question.map { [$0] } ?? [])
        let isKnown =
            seen.messages.count + seen.unread == turn.messageCount
            && seen.session.revision == turn.revision
        sessions[turn.session] = isKnown ? seen : nil
    }

    /// Takes the reply of a turn.
    mutating func take(_ reply: StoredMessage, _ placement: ReplyPlacement, in id: SessionID) {
        switch placement {
        case .append: break
        case .instead(let old), .inPlace(let old):
            sessions[id]?.messages.removeAll {
                $0.timestamp == old.timestamp && $0.member == old.member
            }
            sessions[id]?.session.revision += 1
        }
        sessions[id]?.messages.append(reply)
        if let seen = sessions[id] {
            sessions[id]?.session.messageCount = seen.messages.count + seen.unread
        }
    }

    /// Forgets a session, of which it is not known any more how it looks.
    mutating func forget(_ id: SessionID) {
        sessions[id] = nil
    }
}
