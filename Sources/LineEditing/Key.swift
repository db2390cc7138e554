/// A key as the decoder reads it from the terminal's bytes.
enum Key: Hashable, Sendable {
    /// A character, or a control character.
    case scalar(Unicode.Scalar)
    /// A character with Alt.
    case meta(Unicode.Scalar)
    /// A key that libedit knows by a private code.
    case special(SpecialKey)
    /// Text pasted between the marks of bracketed paste, as it came.
    case paste([UInt8])

    /// Ctrl-C.
    static let interrupt = Key.scalar("\u{03}")
}
