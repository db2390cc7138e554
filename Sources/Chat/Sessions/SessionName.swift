/// Names of sessions.
public enum SessionName {
    /// The longest name that is made up, in characters.
    private static let longest = 40

    /// A name made of the first words of a message, or `nil` where it has none.
    public static func suggested(by text: String) -> String? {
        var name = ""
        for word in text.split(whereSeparator: { $0.isWhitespace || $0.isNewline }) {
            let longer = name.isEmpty ? String(word) : "\(name) \(word)"
            if longer.count > longest {
                return name.isEmpty ? "\(word.prefix(longest - 1))…" : "\(name) …"
            }
            name = longer
        }
        return name.isEmpty ? nil : name
    }
}
