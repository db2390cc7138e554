/// Names of sessions.
public enum SessionName {
    /// The longest name that is made up, in characters.
    private static let longest = 40

    /// The name of a branch that came into being by itself: `NAME (branch)`, then `(branch 2)`.
    public static func branch(of name: String?) -> String? {
        guard let name else { return nil }
        guard let mark = name.ranges(of: " (branch").last, name.hasSuffix(")") else {
            return "\(name) (branch)"
        }
        let digits = name[mark.upperBound...].dropLast()
        guard digits.isEmpty || digits.first == " ",
            let number = digits.isEmpty ? 1 : Int(digits.dropFirst())
        else { return "\(name) (branch)" }
        return "\(name[..<mark.lowerBound]) (branch \(number + 1))"
    }

    /// A name made of the first words of a message, or `nil` where it has none.
    ///
    /// What stands behind an empty line, such as a file that goes along, has no part in it.
    public static func suggested(by text: String) -> String? {
        var name = ""
        let beginning = text.drop { $0.isWhitespace }
        let paragraph = beginning[
            ..<(beginning.firstRange(of: "\n\n")?.lowerBound ?? text.endIndex)]
        for word in paragraph.split(whereSeparator: { $0.isWhitespace || $0.isNewline }) {
            let longer = name.isEmpty ? String(word) : "\(name) \(word)"
            if longer.count > longest {
                return name.isEmpty ? "\(word.prefix(longest - 1))…" : "\(name) …"
            }
            name = longer
        }
        return name.isEmpty ? nil : name
    }
}
