/// What a piece of output means; how that looks is decided by a renderer.
package enum Style: CaseIterable, Hashable, Sendable {
    /// The prompt before what a person types.
    case prompt
    /// What the model answers.
    case reply
    /// What the model thinks before it answers.
    case thinking
    /// Something that happened.
    case notice
    /// Something that may go wrong.
    case warning
    /// Something that went wrong.
    case error
    /// What to do next.
    case hint
    /// The title of a list or a section.
    case heading
    /// A word that matters in its sentence.
    case emphasis
    /// A word that was looked for.
    case match
    /// The name of a value or a column.
    case label
    /// Text that one version has and the other has not.
    case added
    /// Text that a version had and the other has not any more.
    case removed
    /// Something that is there for those who look for it.
    case faint
}
