/// A piece of a reply that goes behind what its draft holds already.
public struct DraftAddition: Hashable, Sendable {
    /// Bytes of UTF-8 text that the draft holds before this piece.
    public var textOffset: Int
    /// The text to add.
    public var text: String
    /// Bytes of UTF-8 thinking that the draft holds before this piece.
    public var thinkingOffset: Int
    /// The thinking to add.
    public var thinking: String

    /// Makes an addition.
    public init(textOffset: Int, text: String, thinkingOffset: Int = 0, thinking: String = "") {
        self.textOffset = textOffset
        self.text = text
        self.thinkingOffset = thinkingOffset
        self.thinking = thinking
    }

    /// Whether there is nothing to add.
    public var isEmpty: Bool { text.isEmpty && thinking.isEmpty }
}
