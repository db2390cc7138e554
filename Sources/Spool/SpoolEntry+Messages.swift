import Chat

extension [SpoolEntry] {
    /// What was said in them, and what came of replies that have no end.
    var messages: [(SessionID, Message)] { said + unfinished }

    /// What was said in them.
    var said: [(SessionID, Message)] {
        flatMap { entry in entry.messages.map { (entry.session, $0) } }
    }

    /// What came of replies that have no end.
    var unfinished: [(SessionID, Message)] {
        var texts = DraftTexts()
        var open: [(turn: TurnID, entry: SpoolEntry)] = []
        for entry in self {
            switch entry.action {
            case .draft(let turn, let addition):
                texts.take(addition, of: turn.id)
                if !open.contains(where: { $0.turn == turn.id }) { open.append((turn.id, entry)) }
            case .finish(let turn, _, _, _), .abandon(let turn):
                open.removeAll { $0.turn == turn.id }
            case .create, .change, .begin: break
            }
        }
        return open.compactMap { turn, entry -> (SessionID, Message)? in
            guard let all = texts.whole(of: turn) else { return nil }
            let draft = RecoveredDraft(
                text: all.text, thinking: all.thinking, model: "", anchor: nil)
            guard var reply = draft.reply else { return nil }
            reply.saidAt = entry.at
            return (entry.session, reply)
        }
    }
}
