/// What is different for one reply from what is set for the session.
public struct ReplyOverride: Hashable, Sendable {
    /// The model to ask instead of the session's.
    public var model: String?
    /// Options to apply beside the session's.
    public var options: ModelOptions

    /// Describes the difference; none unless told.
    public init(model: String? = nil, options: ModelOptions = ModelOptions()) {
        self.model = model
        self.options = options
    }
}
