import Chat
import Terminal

/// What a model thinks while only that is shown.
struct HiddenThinking: Sendable {
    /// What stands in its place while it goes on.
    static let mark = "(thinking …)"

    private let start = ContinuousClock.now
    private var text = ""

    /// Adds a piece.
    mutating func add(_ piece: String) { text += piece }

    /// What stands in its place in the end.
    var line: String { Self.line(after: .now - start, text) }

    /// How long was thought, and about how many tokens that came to.
    static func line(after time: Duration, _ text: String) -> String {
        let tokens = TokenEstimator().tokens(of: .assistant(text))
        return "(thinking … \(DurationText.text(of: time)), about \(tokens) tokens)"
    }
}
