/// The vectors that a model made of texts.
public struct Embeddings: Hashable, Sendable {
    /// One for each text, in their order.
    public var vectors: [[Float]]
    /// How many tokens the texts had, where the server says it.
    public var tokens: Int?

    /// Takes vectors.
    public init(vectors: [[Float]], tokens: Int? = nil) {
        self.vectors = vectors
        self.tokens = tokens
    }
}
