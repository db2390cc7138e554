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

    /// What the program finds out by itself, as for `num_ctx`.
    public static let automatic = OptionValue.texts(["auto"])
}

extension OptionValue: CustomStringConvertible {
    /// The value as it is typed; several texts are separated by commas.
    public var description: String {
        switch self {
        case .boolean(let isOn): "\(isOn)"
        case .integer(let number): "\(number)"
        case .number(let number): "\(number)"
        case .texts(let texts): texts.joined(separator: ", ")
        }
    }
}
