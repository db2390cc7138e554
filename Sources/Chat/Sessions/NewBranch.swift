/// What a session is made with from another one.
public struct NewBranch: Hashable, Sendable {
    /// The id that it gets.
    ///
    /// Making it again under the same id has one effect.
    public var id: SessionID
    /// The session to branch from.
    public var parent: SessionID
    /// The timestamp of the last message to take along, or `nil` for all.
    public var last: Timestamp?
    /// Its name, if it has one.
    public var name: String?
    /// What is sent in place of the beginning of those that it takes along.
    public var summary: SessionSummary?
    /// Messages to append to those that it takes along.
    public var messages: [Message]

    /// Describes a branch to make.
    ///
    /// - Parameters:
    ///   - id: The id that it gets; a new one unless told.
    ///   - parent: The session to branch from.
    ///   - last: The timestamp of the last message to take along; all of them unless told.
    ///   - name: Its name.
    ///   - summary: What is sent in place of the beginning of those that it takes along.
    ///   - messages: Messages to append to those that it takes along.
    public init(
        id: SessionID = .random(), of parent: SessionID, through last: Timestamp? = nil,
        name: String? = nil, sending summary: SessionSummary? = nil, adding messages: [Message] = []
    ) {
        self.id = id
        self.parent = parent
        self.last = last
        self.name = name
        self.summary = summary
        self.messages = messages
    }
}

extension SessionID {
    /// The branch for the reply of a turn that others overtook; the same each time, so that a
    /// reply that is put into it twice is there once.
    package static func branch(of turn: TurnID) -> SessionID {
        SessionID(turn.text) ?? .random()
    }

    /// The branch for what a dead program left of the reply of a turn; another one than that of
    /// the reply itself, for a program that was only taken for dead.
    package static func recoveredBranch(of turn: TurnID) -> SessionID {
        SessionID("\(turn)r") ?? .random()
    }
}
