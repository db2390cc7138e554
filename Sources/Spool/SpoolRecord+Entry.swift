import Chat

extension SpoolRecord {
    /// What a line says.
    enum Line {
        /// What the store is to be told, with its number where it has one.
        case entry(Int?, SpoolEntry)
        /// What became of the entry of a number.
        case told(Int, ToldEntry)
        /// That nothing more comes of the entries of some numbers.
        case over([Int])
    }

    /// What the line says, or `nil` where something is missing that its kind needs.
    var line: Line? {
        switch kind {
        case .told: number.map { .told($0, told) }
        case .over: numbers.map { .over($0) }
        default: entry.map { .entry(number, $0) }
        }
    }

    private var entry: SpoolEntry? {
        guard let session = session.flatMap({ SessionID($0) }),
            let at = at.flatMap({ Timestamp(text: $0) }), let action = action(in: session)
        else { return nil }
        return SpoolEntry(session, at: at, action)
    }

    private var told: ToldEntry {
        var told = ToldEntry(turn: begunTurn)
        for stored in stored ?? [] {
            guard let said = Timestamp(text: stored.at) else { continue }
            told.messages[said] = stored.message.stored
        }
        return told
    }

    private func action(in session: SessionID) -> SpoolEntry.Action? {
        switch kind {
        case .told, .over: nil
        case .create: .create(new(session))
        case .change: .change(changes)
        case .begin: request.map { .begin($0) }
        case .draft: begunTurn.map { .draft($0, addition) }
        case .finish: finish
        case .abandon: begunTurn.map { .abandon($0) }
        }
    }

    private func new(_ id: SessionID) -> NewSession {
        var new = NewSession(
            id: id, name: name, model: model, options: ModelOptions(options ?? [:]),
            messages: (messages ?? []).map(\.message))
        new.images = messageImages
        return new
    }

    private var changes: [SessionChange] {
        var changes: [SessionChange] = []
        if let name { changes.append(.name(name)) }
        if let model { changes.append(.model(model)) }
        if let options { changes.append(.options(ModelOptions(options))) }
        if let ttl { changes.append(.timeToLive(ttl > 0 ? .seconds(ttl) : .forever)) }
        if let pinned { changes.append(.pinned(pinned)) }
        if let summary { changes.append(.summary(summary.first?.summary)) }
        if let choices { changes.append(.choices(choices.choices)) }
        return changes
    }

    private var request: TurnRequest? {
        guard let turn = turn.flatMap({ TurnID($0) }), let model else { return nil }
        return TurnRequest(
            turn: turn, question: messages?.first?.message, images: messageImages, lastSeen: nil,
            model: model)
    }

    private var messageImages: [MessageImage] { (images ?? []).map { MessageImage(Array($0)) } }

    private var begunTurn: SpoolEntry.Turn? {
        guard let id = turn.flatMap({ TurnID($0) }), let owner else { return nil }
        return SpoolEntry.Turn(
            id: id, anchor: anchor.flatMap { Timestamp(text: $0) }, owner: owner)
    }

    private var addition: DraftAddition {
        DraftAddition(
            textOffset: textOffset ?? 0, text: text ?? "", thinkingOffset: thinkingOffset ?? 0,
            thinking: thinking ?? "")
    }

    private var finish: SpoolEntry.Action? {
        guard let begunTurn, let reply = messages?.first?.message else { return nil }
        let placement: ReplyPlacement? =
            switch placement {
            case nil: .append
            case "instead": old?.stored.map { .instead(of: $0) }
            case "inPlace": old?.stored.map { .inPlace(of: $0) }
            default: nil
            }
        return placement.map { .finish(begunTurn, reply, $0, sessionName: name) }
    }
}
