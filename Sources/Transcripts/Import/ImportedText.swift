/// Short texts of a file that end up on a line.
enum ImportedText {
    /// A name as one line of a sensible length, or `nil` where nothing of it is left.
    static func name(_ text: String) -> String? {
        let words = text.unicodeScalars.prefix(TranscriptLimits.nameCharacters * 8)
            .split { $0.properties.generalCategory == .control || $0.properties.isWhitespace }
        let line = words.map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
        return line.isEmpty ? nil : String(line.prefix(TranscriptLimits.nameCharacters))
    }

    /// The beginning of a text, for a sentence about it.
    static func excerpt(_ text: String) -> String {
        let line = name(String(text.prefix(40))) ?? ""
        return line.count > 24 ? "\(line.prefix(24))…" : line
    }
}
