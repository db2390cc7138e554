/// Makes what could command a terminal visible instead.
///
/// Everything that a model, a store or a file says goes through it before a terminal sees it. Tab
/// and newline stay, CR LF becomes a newline; the other C0 controls and DEL become their pictures
/// (`␛`), the C1 controls and the bidirectional embeddings, overrides and isolates their numbers
/// (`‹U+202E›`). The marks U+200E and U+200F stay: they order a word and cannot disguise one.
///
/// The work is done scalar by scalar, so that the result does not depend on how the text was cut
/// into chunks.
package struct Sanitizer: Sendable {
    /// A carriage return at the end of a chunk waits: a newline may follow it.
    private var holdsReturn = false

    /// Makes a sanitizer at the beginning of a text.
    package init() {}

    /// Cleans the next chunk of the text.
    package mutating func clean(_ chunk: String) -> String {
        if !holdsReturn, !chunk.unicodeScalars.contains(where: Self.isHostile) {
            return chunk
        }
        var clean = String.UnicodeScalarView()
        for scalar in chunk.unicodeScalars {
            if holdsReturn, scalar != "\n" {
                clean.append(Self.pictureOfReturn)
            }
            holdsReturn = scalar == "\r"
            if Self.isHostile(scalar) {
                if !holdsReturn { clean.append(contentsOf: Self.picture(of: scalar)) }
            } else {
                clean.append(scalar)
            }
        }
        return String(clean)
    }

    /// Ends the text and gives back what was still waiting.
    package mutating func finish() -> String {
        defer { holdsReturn = false }
        return holdsReturn ? String(Self.pictureOfReturn) : ""
    }

    /// Cleans a whole text.
    package static func clean(_ text: String) -> String {
        var sanitizer = Sanitizer()
        return sanitizer.clean(text) + sanitizer.finish()
    }

    /// Cleans a whole text and puts it on one line: a newline becomes `␊`, a tab a space.
    package static func cleanLine(_ text: String) -> String {
        let clean = clean(text)
        guard clean.utf8.contains(where: { $0 < 0x20 }) else { return clean }
        var line = String.UnicodeScalarView()
        for scalar in clean.unicodeScalars {
            line.append(scalar == "\n" ? "␊" : scalar == "\t" ? " " : scalar)
        }
        return String(line)
    }

    private static let pictureOfReturn: Unicode.Scalar = "␍"

    private static func isHostile(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20..<0x7F, 0x09, 0x0A: false
        case 0x00..<0x20, 0x7F..<0xA0: true
        case 0x202A...0x202E, 0x2066...0x2069: true
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
