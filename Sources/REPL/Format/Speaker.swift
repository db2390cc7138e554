import Chat

/// Who said a message, as lists show it.
enum Speaker {
    /// `you`, the model, or the role of another message.
    static func name(of message: Message) -> String {
        switch message.role {
        case .user: "you"
        case .assistant: message.model ?? "assistant"
        default: message.role.rawValue
        }
    }
}
