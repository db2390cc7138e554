/// One way to complete what is being typed.
package struct Completion: Hashable, Sendable {
    /// The text that takes the place of what was typed.
    package var replacement: String
    /// A few words about it, shown beside it; may be empty.
    package var description: String

    /// Makes a completion.
    package init(_ replacement: String, description: String = "") {
        self.replacement = replacement
        self.description = description
    }
}
