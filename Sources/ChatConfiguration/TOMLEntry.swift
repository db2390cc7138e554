/// A value of a file, and the names that lead to it.
struct TOMLEntry: Hashable {
    /// The values that keys can have.
    enum Value: Hashable {
        /// A text.
        case text(String)
        /// A whole number.
        case integer(Int)
        /// A number with a fraction.
        case number(Double)
        /// `true` or `false`.
        case boolean(Bool)
        /// A list of texts.
        case texts([String])
        /// A table that holds nothing.
        case emptyTable
        /// A list of tables, with what is in each of them.
        case tables([[TOMLEntry]])
        /// A date, or a list of other things than texts.
        case other
    }

    /// The names of the tables, and of the key itself.
    let path: [String]
    /// The value.
    let value: Value
}

extension TOMLEntry.Value {
    /// The value as a variable would have it, for sentences about it.
    var text: String {
        switch self {
        case .text(let text): text
        case .integer(let number): "\(number)"
        case .number(let number): "\(number)"
        case .boolean(let isOn): "\(isOn)"
        case .texts(let texts): texts.joined(separator: ",")
        case .emptyTable: "{}"
        case .tables, .other: "a date or a list"
        }
    }
}
