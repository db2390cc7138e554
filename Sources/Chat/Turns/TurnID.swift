/// The identity of one turn, unique among all programs.
public struct TurnID: Hashable, Sendable, CustomStringConvertible {
    /// The id as text, safe inside a key name.
    public let text: String

    /// Takes an id that a store handed out.
    ///
    /// Returns `nil` for text that may not be part of a key.
    public init?(_ text: some StringProtocol) {
        guard let checked = SessionID(text) else { return nil }
        self.text = checked.text
    }

    /// A new id.
    public static func random() -> TurnID { TurnID(SessionID.random()) }

    private init(_ id: SessionID) { text = id.text }

    /// The id itself.
    public var description: String { text }
}
