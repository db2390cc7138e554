import Chat

/// A message as the server is sent it.
///
/// Role and content are all that is sent: thoughts of earlier replies would be dropped by the
/// server, and anything else would change what its prompt cache knows.
struct SentMessage: Encodable {
    private let role: String
    private let content: String

    /// Takes from a message what is sent of it.
    init(_ message: Message) {
        role = message.role.rawValue
        content = message.content
    }
}
