package import Chat

/// One thing that the store was to be told while it was away.
package struct SpoolEntry: Hashable, Sendable {
    /// A turn, as far as it has to be known to end it.
    package struct Turn: Hashable, Sendable {
        /// The identity of the turn.
        package var id: TurnID
        /// The newest message before the reply.
        package var anchor: Timestamp?
        /// The program that began it.
        package var owner: TurnOwner

        /// Takes what has to be known of a turn that has begun.
        package init(_ turn: BegunTurn) {
            self.init(id: turn.turn, anchor: turn.anchor, owner: turn.owner)
        }

        init(id: TurnID, anchor: Timestamp?, owner: TurnOwner) {
            self.id = id
            self.anchor = anchor
            self.owner = owner
        }
    }

    /// What was to be done.
    package enum Action: Hashable, Sendable {
        /// A session was to be created.
        case create(NewSession)
        /// A session's metadata was to be changed.
        case change([SessionChange])
        /// A turn was to begin, with its question.
        case begin(TurnRequest)
        /// A piece was to go to the draft of a turn's reply.
        case draft(Turn, DraftAddition)
        /// A turn was to end with its reply; the session's name is for a branch, if it needs one.
        case finish(Turn, Message, ReplyPlacement, sessionName: String?)
        /// A turn was to end without a reply.
        case abandon(Turn)
    }

    /// The session.
    package var session: SessionID
    /// When it was to be done: the timestamp that this program gave to the first message in it.
    package var at: Timestamp
    /// What was to be done.
    package var action: Action

    /// Makes an entry.
    package init(_ session: SessionID, at: Timestamp, _ action: Action) {
        self.session = session
        self.at = at
        self.action = action
    }

    /// What was said in it, with the time.
    package var messages: [Message] {
        switch action {
        case .create(let new): new.messages
        case .begin(let request): request.question.map { [said($0)] } ?? []
        case .finish(_, let reply, _, _): [said(reply)]
        case .change, .draft, .abandon: []
        }
    }

    private func said(_ message: Message) -> Message {
        var message = message
        message.saidAt = message.saidAt ?? at
        return message
    }
}
