/// Texts of YAML on one line.
enum YAMLScalar {
    private static let escapes: [Character: Character] = [
        "n": "\n", "t": "\t", "r": "\r", "0": "\0", "a": "\u{7}", "b": "\u{8}", "v": "\u{B}",
        "f": "\u{C}", "e": "\u{1B}", "N": "\u{85}", "_": "\u{A0}", "L": "\u{2028}", "P": "\u{2029}",
    ]

    /// The name at the beginning of a line and what is behind its colon, if it begins with one.
    static func key(of line: Substring) -> (key: String, rest: Substring)? {
        var search = line.startIndex
        while let colon = line[search...].firstIndex(of: ":") {
            let rest = line[line.index(after: colon)...]
            if rest.isEmpty || rest.first == " " {
                let name = line[..<colon]
                guard !name.isEmpty, name.utf8.count <= 256 else { return nil }
                let isQuoted = name.first == "\"" || name.first == "'"
                guard let key = isQuoted ? quoted(String(name)) : String(name) else { return nil }
                return (key, rest.drop { $0 == " " })
            }
            search = line.index(after: colon)
        }
        return nil
    }

    /// A plain text without a comment behind it.
    static func withoutComment(_ text: Substring) -> Substring {
        let end = text.firstRange(of: " #")?.lowerBound ?? text.endIndex
        let bare = text[..<end]
        let last = bare.lastIndex { $0 != " " }
        return last.map { bare[...$0] } ?? ""
    }

    /// The text in quotes, or `nil` where they do not end.
    static func quoted(_ text: String) -> String? {
        guard let quote = text.first else { return nil }
        var result = ""
        var rest = text.dropFirst()
        while let character = rest.popFirst() {
            if character == quote {
                guard quote == "'", rest.first == "'" else { return result }
                rest.removeFirst()
                result.append("'")
            } else if character == "\\", quote == "\"" {
                guard let escaped = escape(&rest) else { return nil }
                result.append(escaped)
            } else {
                result.append(character)
            }
        }
        return nil
    }

    private static func escape(_ rest: inout Substring) -> Character? {
        guard let character = rest.popFirst() else { return nil }
        let digits = ["x": 2, "u": 4, "U": 8][character]
        guard let digits else { return escapes[character] ?? character }
        let text = rest.prefix(digits)
        rest = rest.dropFirst(digits)
        guard let code = UInt32(text, radix: 16) else { return nil }
        return Character(Unicode.Scalar(code) ?? "\u{FFFD}")
    }

    /// Lines that are one paragraph until a line is empty.
    static func folded(_ lines: some Sequence<Substring>) -> String {
        var text = ""
        var isNew = true
        for line in lines {
            if line.isEmpty {
                text += "\n"
                isNew = true
            } else {
                text += (isNew ? "" : " ") + line
                isNew = false
            }
        }
        return text
    }
}
