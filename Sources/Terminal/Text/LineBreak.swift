/// Where a line may be broken inside text without spaces.
///
/// Chinese and Japanese are written without them: any two ideographs may be parted, but a line
/// does not begin with closing punctuation and does not end with an opening bracket. Korean has
/// spaces and keeps its words.
enum LineBreak {
    /// Whether a line may be broken between two scalars that are not white space.
    static func isAllowed(between left: Unicode.Scalar, and right: Unicode.Scalar) -> Bool {
        guard isIdeographic(left) || isIdeographic(right), CellWidth.of(right) > 0 else {
            return false
        }
        return !neverAtEnd.contains(left) && !neverAtStart.contains(right)
    }

    private static let neverAtEnd = Set("([{“‘（［｛〈《「『【〔".unicodeScalars)
    private static let neverAtStart = Set(
        ")]}.,:;!?%”’…、。，．：；！？）］｝〉》」』】〕・ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ".unicodeScalars)

    private static func isIdeographic(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2E80...0xA4CF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFFEF: true
        case 0x20000...0x3FFFF: true
        default: false
        }
    }
}
