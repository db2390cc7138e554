/// What a person decided of single messages of a session: which of them are sent whatever happens,
/// and which are not.
public struct ContextChoices: Hashable, Sendable {
    /// The messages that are always sent.
    public private(set) var always: Set<Timestamp>
    /// The messages that are never sent.
    public private(set) var never: Set<Timestamp>
    /// Whether a summary is sent in place of old messages when the window fills up; `nil` as long
    /// as nobody has said.
    public var compacts: Bool?

    /// Makes choices; a message that is in both is never sent.
    public init(
        always: Set<Timestamp> = [], never: Set<Timestamp> = [], compacts: Bool? = nil
    ) {
        self.compacts = compacts
        self.always = always.subtracting(never)
        self.never = never
    }

    /// Whether nothing was decided.
    public var isEmpty: Bool { always.isEmpty && never.isEmpty && compacts == nil }

    /// Decides that messages are always sent.
    public mutating func pin(_ messages: some Sequence<Timestamp>) {
        always.formUnion(messages)
        never.subtract(messages)
    }

    /// Decides that messages are never sent.
    public mutating func exclude(_ messages: some Sequence<Timestamp>) {
        never.formUnion(messages)
        always.subtract(messages)
    }

    /// Lets what fits decide again.
    public mutating func forget(_ messages: some Sequence<Timestamp>) {
        always.subtract(messages)
        never.subtract(messages)
    }
}
