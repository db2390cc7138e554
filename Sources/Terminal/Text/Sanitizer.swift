/// Makes what could command a terminal visible instead.
///
/// Everything that a model, a store or a file says goes through it before a terminal sees it. Tab
/// and newline stay, CR LF becomes a newline; the other C0 controls and DEL become their pictures
/// (`␛`), the C1 controls and the bidirectional embeddings, overrides and isolates their numbers
/// (`‹U+202E›`), and so do characters that no terminal shows and that a model may read or a
/// terminal take for the end of a line: separators of lines, tags outside of a flag. The marks
/// U+200E and U+200F stay: they order a word and cannot disguise one.
///
/// The work is done scalar by scalar, so that the result does not depend on how the text was cut
/// into chunks.
package struct Sanitizer: Sendable {
    /// A carriage return at the end of a chunk waits: a newline may follow it.
    private var holdsReturn = false
    /// How many tags may follow: those behind a black flag say whose it is.
    private var tagRoom = 0

    private static let mostTags = 7
    /// Tags behind it are no hidden letters: they say whose flag it is.
    package static let blackFlag: Unicode.Scalar = "\u{1F3F4}"

    /// Makes a sanitizer at the beginning of a text.
    package init() {}

    /// Cleans the next chunk of the text.
    package mutating func clean(_ chunk: String) -> String {
        if !holdsReturn, !chunk.unicodeScalars.contains(where: Self.isHostile) {
            if let last = chunk.unicodeScalars.last { note(last) }
            return chunk
        }
        var clean = String.UnicodeScalarView()
        for scalar in chunk.unicodeScalars {
            if holdsReturn, scalar != "\n" {
                clean.append(Self.pictureOfReturn)
            }
            holdsReturn = scalar == "\r"
            if tagRoom > 0, Self.tags.contains(scalar.value) {
                tagRoom = scalar.value == Self.tags.upperBound ? 0 : tagRoom - 1
                clean.append(scalar)
                continue
            }
            note(scalar)
            if Self.isHostile(scalar) {
                if !holdsReturn { clean.append(contentsOf: Self.picture(of: scalar)) }
            } else {
                clean.append(scalar)
            }
        }
        return String(clean)
    }

    private mutating func note(_ scalar: Unicode.Scalar) {
        tagRoom = scalar == Self.blackFlag ? Self.mostTags : 0
    }

    /// Ends the text and gives back what was still waiting.
    package mutating func finish() -> String {
        defer { (holdsReturn, tagRoom) = (false, 0) }
        return holdsReturn ? String(Self.pictureOfReturn) : ""
    }

    /// Cleans a whole text.
    package static func clean(_ text: String) -> String {
        var sanitizer = Sanitizer()
        return sanitizer.clean(text) + sanitizer.finish()
    }

    /// Cleans a whole text and puts it on one line: a newline becomes `␊`, a tab a space.
    ///
    /// Blanks without a width become visible, too: with them one name looks like another.
    package static func cleanLine(_ text: String) -> String {
        let clean = clean(text)
        guard clean.unicodeScalars.contains(where: { $0.value < 0x20 || isWithoutWidth($0) }) else {
            return clean
        }
        var line = String.UnicodeScalarView()
        for scalar in clean.unicodeScalars {
            switch scalar {
            case "\n": line.append("␊")
            case "\t": line.append(" ")
            case _ where isWithoutWidth(scalar): line.append(contentsOf: picture(of: scalar))
            default: line.append(scalar)
            }
        }
        return String(line)
    }

    private static func isWithoutWidth(_ scalar: Unicode.Scalar) -> Bool {
        [0x200B, 0x2060, 0xFEFF].contains(scalar.value)
    }

    private static let tags: ClosedRange<UInt32> = 0xE0000...0xE007F

    private static let pictureOfReturn: Unicode.Scalar = "␍"

    /// Whether a terminal would obey it, or show nothing of it.
    package static func isHostile(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20..<0x7F, 0x09, 0x0A: false
        case 0x00..<0x20, 0x7F..<0xA0: true
        case 0x2028...0x202E, 0x2066...0x206F, 0xFFF9...0xFFFB, tags: true
        default: false
        }
    }

    private static func picture(of scalar: Unicode.Scalar) -> String.UnicodeScalarView {
        switch scalar.value {
        case 0..<0x20:
            let picture = Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
            return String.UnicodeScalarView([picture])
        case 0x7F: return "␡".unicodeScalars
        default:
            let hex = String(scalar.value, radix: 16, uppercase: true)
            let zeros = String(repeating: "0", count: max(0, 4 - hex.count))
            return "‹U+\(zeros)\(hex)›".unicodeScalars
        }
    }
}
