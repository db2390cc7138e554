/// A reply that arrived and could not be stored, because the store was away just then.
struct UnstoredReply: Sendable {
    let turn: BegunTurn
    let message: Message
    let placement: ReplyPlacement
    let branch: BranchPoint

    /// The reply whose place this one takes, where it does.
    var replaced: StoredMessage? {
        switch placement {
        case .append: nil
        case .instead(let old), .inPlace(let old): old
        }
    }

    /// Ends the turn with the reply, or puts it into a branch where others went on meanwhile.
    ///
    /// It may be repeated: the store has the reply once in any case.
    func store(in store: any SessionStore) async throws -> (StoredMessage?, branch: Session?) {
        switch try await store.finish(turn, with: message, placement: placement) {
        case .stored(let reply):
            return (reply, nil)
        case .overtaken:
            let history = try await store.branch(
                NewBranch(
                    id: .branch(of: turn.turn), of: turn.session, through: branch.last,
                    name: branch.name, adding: [message]))
            // The branch has the reply, so a draft that stays behind costs nothing but its space.
            try? await store.abandon(turn)
            return (history.messages.last, history.session)
        }
    }
}

/// Where a reply goes that others overtook: into a branch from its own question.
struct BranchPoint: Sendable {
    /// The last message to take along, or `nil` for all.
    let last: Timestamp?
    /// The name of the branch.
    let name: String?
}
