/// What a person typed, told apart.
package enum Input: Hashable, Sendable {
    /// Nothing but white space.
    case empty
    /// Something to say to the model; it may be taken as it is, because it was pasted or stands in
    /// a block.
    case message(String, isLiteral: Bool = false)
    /// A command: its name without the slash, and the rest of the line as it was typed.
    case command(name: String, rest: String)
    /// The beginning of a `"""` block that is not closed yet, with what stands behind the quotes.
    case openBlock(String)
}
