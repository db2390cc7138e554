/// How much of a foreign file is believed.
public enum TranscriptLimits {
    /// The most bytes that one message may have.
    public static let messageBytes = 16 << 20
    /// The most bytes of JSON that are read as one message; no message within the limit has more.
    static let messageTextBytes = messageBytes * 13
    /// The most levels that JSON may be nested.
    public static let jsonDepth = 128
    /// The most messages that one conversation may have.
    public static let messagesPerConversation = 1_000_000
    /// The most characters that a name may have; longer ones are cut.
    public static let nameCharacters = 200
    /// The most problems that are told of one conversation by themselves; the rest is counted.
    public static let problemsPerConversation = 50
    /// The most problems that are told of one file by themselves; the rest is counted.
    public static let problemsPerFile = 1000
}
