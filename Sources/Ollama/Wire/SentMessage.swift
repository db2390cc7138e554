import Chat

/// A message as the server is sent it.
///
/// Role, content and images are all that is sent: thoughts of earlier replies would be dropped by the
/// server, and anything else would change what its prompt cache knows.
struct SentMessage: Encodable {
    private let role: String
    private let content: String
    private let images: [String]?

    /// Takes from a message what is sent of it, with those of its images that are there.
    init(_ message: Message, _ images: [String: [UInt8]] = [:]) {
        role = message.role.rawValue
        content = message.content
        let shown = message.images.compactMap { images[$0].map(Base64.encode) }
        self.images = shown.isEmpty ? nil : shown
    }
}
