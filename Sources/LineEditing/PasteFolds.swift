/// Large pasted texts, each of which is one scalar of the private planes in the buffer.
///
/// They are shown as a label, deleted at once, and take their text back when the line is
/// submitted. So libedit's buffer and every frame stay small.
struct PasteFolds: Sendable {
    private static let first: UInt32 = 0x100000
    private static let mostLines = 12
    private static let mostBytes = 2000

    private var texts: [String] = []

    /// Folds a text if it is large.
    ///
    /// - Returns: The scalars that stand for it in the buffer.
    mutating func fold(_ text: String) -> [Unicode.Scalar] {
        let isSmall = text.utf8.count <= Self.mostBytes && Self.lines(of: text) <= Self.mostLines
        guard !isSmall, let fold = Unicode.Scalar(Self.first + UInt32(texts.count)) else {
            return Array(text.unicodeScalars)
        }
        texts.append(text)
        return [fold]
    }

    /// Writes the buffer's text as it was typed and pasted.
    func expand(_ scalars: [Unicode.Scalar]) -> String {
        var whole = ""
        for scalar in scalars {
            if let folded = text(of: scalar) {
                whole += folded
            } else if scalar.isSubmitted {
                whole.unicodeScalars.append(scalar)
            }
        }
        return whole
    }

    /// The text of a fold; `nil` for any other scalar.
    func text(of scalar: Unicode.Scalar) -> String? {
        guard scalar.value >= Self.first else { return nil }
        let index = Int(scalar.value - Self.first)
        return index < texts.count ? texts[index] : nil
    }

    /// What is shown for a fold; `nil` for any other scalar.
    func label(of scalar: Unicode.Scalar) -> String? {
        text(of: scalar).map { "[pasted \(Self.lines(of: $0)) lines, \($0.utf8.count) bytes]" }
    }

    private static func lines(of text: String) -> Int {
        text.utf8.reduce(1) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
    }
}

extension Unicode.Scalar {
    /// Whether it is kept in a submitted line: no control characters but newline and tab.
    var isSubmitted: Bool {
        self == "\n" || self == "\t" || (value >= 0x20 && isText)
    }
}
