/// How full the context window of a conversation is.
public struct ContextMeter: Hashable, Sendable {
    /// The tokens that the conversation takes up.
    public let used: Int
    /// The tokens of the window, where that is known.
    public let window: Int?
    /// Whether a part of them is an estimate, and not what the server counted.
    public let isEstimated: Bool

    /// Makes a meter.
    public init(used: Int, window: Int? = nil, isEstimated: Bool = false) {
        self.used = used
        self.window = window
        self.isEstimated = isEstimated
    }
}
