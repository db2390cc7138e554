/// A line that can be recalled.
struct HistoryEntry: Hashable, Sendable {
    /// The text, which may have several lines.
    var text: String
    /// Whether the text began with a paste when it was submitted.
    var isPasted = false
}
