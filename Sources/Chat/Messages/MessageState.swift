/// How the making of a message ended.
public enum MessageState: String, Sendable, Codable {
    /// All of it is there. This is the state of a message whose stored JSON names none.
    case complete
    /// The reader stopped the reply, or the program died while it was being streamed.
    case interrupted
    /// The model server failed, or closed the stream without saying that the reply is done.
    case failed
    /// The server ended the reply at a limit: `num_predict`, or a full context window.
    case truncated
}
