/// Looks for blocks of code in Markdown.
enum FencedCode {
    /// The marks of which each block begins with one.
    static let marks = ["```", "~~~"]

    /// Whether a line opens a block: three or more backticks without another one behind them, or
    /// three or more tildes.
    static func isIn(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            bytes.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
                .contains(where: opens)
        }
    }

    private static func opens(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let bare = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        guard let mark = bare.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else {
            return false
        }
        let rest = bare.drop { $0 == mark }
        guard rest.startIndex - bare.startIndex >= 3 else { return false }
        return mark == UInt8(ascii: "~") || !rest.contains(mark)
    }
}
