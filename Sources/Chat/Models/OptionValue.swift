/// The value of a model option.
public enum OptionValue: Hashable, Sendable {
    /// `true` or `false`.
    case boolean(Bool)
    /// A whole number.
    case integer(Int)
    /// A number with a fraction.
    case number(Double)
    /// Several texts, such as the stop sequences.
    case texts([String])
}
