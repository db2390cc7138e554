/// What a server says while it fetches a model.
public struct PullStatus: Hashable, Sendable {
    /// What it is doing, in its words.
    public var words: String
    /// The digest of the layer that it fetches.
    public var layer: String?
    /// The bytes of that layer.
    public var size: Int64?
    /// The bytes of it that are there.
    public var fetched: Int64?

    /// Makes a status.
    public init(_ words: String, layer: String? = nil, size: Int64? = nil, fetched: Int64? = nil) {
        self.words = words
        self.layer = layer
        self.size = size
        self.fetched = fetched
    }
}
