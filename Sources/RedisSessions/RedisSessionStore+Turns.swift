public import Chat
import Redis

extension RedisSessionStore {
    /// Begins a turn in one step.
    ///
    /// The lease of a program that is known to be dead on this machine is taken over at once, so
    /// that a restart after a crash does not wait for it to run out.
    public func begin(_ request: TurnRequest, in id: SessionID) async throws -> TurnAnswer {
        let question = try MessageBatch(request.question.map { [$0] } ?? [])
        var ousted = ""
        while true {
            let answer = try await run(
                SessionScripts.begin, on: id, [keys.draft(id, request.turn)],
                [
                    RedisArgument(request.turn.text), RedisArgument(owner.text),
                    RedisArgument(ousted), RedisArgument(request.model),
                    request.lastSeen.map { RedisArgument("(\($0.text)5") } ?? "-inf",
                ] + (request.question == nil ? [] : request.images.counted + question.arguments),
                also: lists.use(id, at: clock.now()))
            guard answer.status == "busy" else {
                return .begun(try begun(request, id, answer, question))
            }
            let holder = try answer[0].text()
            let other = TurnOwner(leaseText: holder)
            guard holder != ousted, isDead(other) else { return .busy(other) }
            ousted = holder
        }
    }

    /// Adds a piece to the draft of a turn's reply, and holds the lease for longer.
    public func checkpoint(_ addition: DraftAddition, of turn: BegunTurn) async throws {
        _ = try await run(
            SessionScripts.checkpoint, on: turn.session, [keys.draft(turn.session, turn.turn)],
            [
                RedisArgument(turn.turn.text), RedisArgument(turn.owner.text),
                RedisArgument(addition.textOffset), RedisArgument(addition.text),
                RedisArgument(addition.thinkingOffset), RedisArgument(addition.thinking),
            ])
    }

    /// Ends a turn in one step.
    ///
    /// The reply counts under the operation `TURN-reply`, so that an ``append(_:to:operation:)``
    /// under that name does not store it twice.
    public func finish(
        _ turn: BegunTurn, with reply: Message, placement: ReplyPlacement
    ) async throws -> ReplyAnswer {
        try await finish(
            turn.turn, of: turn.owner, in: turn.session, behind: turn.anchor, with: reply,
            placement: placement, operation: "\(turn.turn)-reply")
    }

    /// Ends a turn without a reply.
    public func abandon(_ turn: BegunTurn) async throws {
        try await abandon(turn.turn, of: turn.owner, in: turn.session)
    }

    /// Whether a program is known to have ended.
    func isDead(_ other: TurnOwner) -> Bool {
        other.machine == owner.machine && !isAlive(other)
    }

    func abandon(_ turn: TurnID, of owner: TurnOwner, in id: SessionID) async throws {
        _ = try await run(
            SessionScripts.abandon, on: id, [keys.draft(id, turn)],
            [RedisArgument(turn.text), RedisArgument(owner.text)])
    }

    func finish(
        _ turn: TurnID, of owner: TurnOwner, in id: SessionID, behind anchor: Timestamp?,
        with reply: Message,
        placement: ReplyPlacement, operation: String
    ) async throws -> ReplyAnswer {
        let text = try MessageText(reply)
        let answer = try await run(
            SessionScripts.finish, on: id, [keys.draft(id, turn)],
            [
                RedisArgument(turn.text), RedisArgument(owner.text), RedisArgument(operation),
                RedisArgument(anchor?.text ?? ""),
            ] + placement.arguments(turn) + text.arguments,
            also: lists.use(id, at: clock.now()))
        guard answer.status == "stored" else { return .overtaken }
        let stamp = try answer.timestamp(0)
        return .stored(
            StoredMessage(
                number: try answer.integer(1) + answer.integer(2) + 1, timestamp: stamp,
                message: reply, member: text.member(at: stamp)))
    }

    private func begun(
        _ request: TurnRequest, _ id: SessionID, _ answer: ScriptAnswer, _ question: MessageBatch
    ) throws -> BegunTurn {
        let pruned = try answer.integer(5)
        let number = try answer.integer(1) + pruned + 1
        return BegunTurn(
            turn: request.turn, session: id,
            question: try answer.optionalTimestamp(0).flatMap {
                question.stored(at: $0, number: number).first
            },
            news: try MessageReader.read(
                answer[7], position: answer.integer(6), pruned: pruned),
            anchor: try answer.optionalTimestamp(2), messageCount: try answer.integer(3),
            revision: try answer.integer(4), owner: owner)
    }
}

extension ReplyPlacement {
    /// Placement, replaced member and shelf entry as the script takes them.
    fileprivate func arguments(_ turn: TurnID) throws -> [RedisArgument] {
        switch self {
        case .append: ["append", "", ""]
        case .instead(let old):
            ["instead", RedisArgument(old.member), try entry(.retry, old, turn)]
        case .inPlace(let old):
            ["inplace", RedisArgument(old.member), try entry(.continue, old, turn)]
        }
    }

    private func entry(
        _ kind: ShelfKind, _ old: StoredMessage, _ turn: TurnID
    ) throws -> RedisArgument {
        RedisArgument(try ShelfEntry(kind, [old], operation: turn).json)
    }
}
