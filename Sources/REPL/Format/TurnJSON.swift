import Chat

/// A turn as `--json` shows it.
struct TurnJSON: Encodable {
    private let session: Session?
    private let outcome: TurnOutcome?
    private let failure: (any Error)?

    /// A turn that ended.
    init(_ session: Session, _ outcome: TurnOutcome) {
        self.session = session
        self.outcome = outcome
        failure = outcome.failure
    }

    /// A turn that did not begin.
    init(_ session: Session?, _ failure: any Error) {
        self.session = session
        outcome = nil
        self.failure = failure
    }

    private enum Key: String, CodingKey {
        case name, state, message, error
        case sessionID = "session_id"
    }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(session?.id.text, forKey: .sessionID)
        try object.encode(session?.name, forKey: .name)
        try object.encode(outcome?.state ?? .failed, forKey: .state)
        try object.encode(outcome?.reply.map(MessageJSON.init), forKey: .message)
        try object.encodeIfPresent(failure.map { "\($0)" }, forKey: .error)
    }
}
