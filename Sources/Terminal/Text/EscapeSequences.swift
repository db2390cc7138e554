/// The sequences that the program itself puts into what it shows.
package enum EscapeSequences {
    /// A text without them: all of them begin with CSI and end with a letter.
    package static func removed(from text: some StringProtocol) -> String {
        guard text.utf8.contains(0x1B) else { return String(text) }
        var plain = ""
        var isSequence = false
        for scalar in text.unicodeScalars {
            if scalar == "\u{1B}" {
                isSequence = true
            } else if !isSequence {
                plain.unicodeScalars.append(scalar)
            } else if scalar.properties.isAlphabetic {
                isSequence = false
            }
        }
        return plain
    }
}
