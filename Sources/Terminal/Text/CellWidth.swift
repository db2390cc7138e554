/// How many cells of a terminal a text takes.
///
/// A grapheme is measured as a whole, because that is what a person sees: a flag, a keycap or a
/// family of emoji is two cells. Control characters count as nothing, tabs and newlines included:
/// what they do depends on where they stand.
package enum CellWidth {
    /// The cells of a text on one line.
    package static func of(_ text: some StringProtocol) -> Int {
        guard text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else {
            return text.reduce(0) { $0 + of($1) }
        }
        return text.utf8.count
    }

    /// The cells of one grapheme.
    package static func of(_ character: Character) -> Int {
        let scalars = character.unicodeScalars
        let first = scalars[scalars.startIndex]
        guard scalars.index(after: scalars.startIndex) != scalars.endIndex else {
            return of(first)
        }
        if first.properties.isEmoji, scalars.dropFirst().contains(where: makesEmoji) {
            return 2
        }
        return scalars.reduce(0) { $0 + of($1) }
    }

    /// The cells of one scalar that stands alone.
    package static func of(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x20..<0x7F, 0xAD: 1
        case 0..<0xA0: 0
        case 0xA0..<0x300, 0x2190..<0x2300, 0x2500..<0x25FD: 1  // Arrows, formulas and boxes.
        case 0x1160...0x11FF, 0xD7B0...0xD7C6, 0xD7CB...0xD7FB: 0  // Jamo that join a syllable.
        default: WideRanges.contain(scalar) ? 2 : isJoined(scalar) ? 0 : 1
        }
    }

    /// Whether a scalar is drawn onto the one before it, or not at all.
    private static func isJoined(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .spacingMark, .format, .lineSeparator,
            .paragraphSeparator:
            true
        default: false
        }
    }

    /// Whether a scalar after an emoji turns the two into one picture.
    private static func makesEmoji(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xFE0F, 0x200D, 0x1F3FB...0x1F3FF, 0x1F1E6...0x1F1FF: true
        default: false
        }
    }
}
