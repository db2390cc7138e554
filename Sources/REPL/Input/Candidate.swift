/// Something that could be completed.
package struct Candidate: Hashable, Sendable {
    /// The text that takes the place of what was typed.
    package var text: String
    /// A word or two on what it is.
    package var description: String

    /// Makes a candidate.
    package init(_ text: String, description: String = "") {
        self.text = text
        self.description = description
    }
}
