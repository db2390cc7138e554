/// One of the two streams that a program writes to.
package enum OutputStreamKind: CaseIterable, Hashable, Sendable {
    /// What a command answers and what the model says.
    case standardOutput
    /// Everything else.
    case standardError
}
