/// Who said a message.
///
/// A struct rather than an enum: sessions that other programs wrote may hold roles that this
/// version does not know, and those are kept as they are.
public struct Role: RawRepresentable, Hashable, Sendable, Codable {
    /// The role as it stands in the stored JSON.
    public let rawValue: String

    /// Makes a role from its stored spelling.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Instructions that hold for the whole session.
    public static let system = Role(rawValue: "system")
    /// The person who types.
    public static let user = Role(rawValue: "user")
    /// The model.
    public static let assistant = Role(rawValue: "assistant")
    /// The answer of a tool that the model called.
    public static let tool = Role(rawValue: "tool")

    /// The roles that models know.
    public static let known: [Role] = [.system, .user, .assistant, .tool]
}
