import Chat

/// Texts as TOML has them.
enum TOMLText {
    /// A text in quotes; one of several lines as lines.
    static func quoted(_ text: String) -> String {
        text.unicodeScalars.contains("\n")
            ? "\"\"\"\n\(escaped(text, keepingLines: true))\"\"\""
            : "\"\(escaped(text, keepingLines: false))\""
    }

    /// The value of an option.
    static func value(_ value: OptionValue) -> String {
        guard case .texts(let texts) = value else { return value.description }
        return "[\(texts.map(quoted).joined(separator: ", "))]"
    }

    private static func escaped(_ text: String, keepingLines: Bool) -> String {
        var result = String.UnicodeScalarView()
        let last = text.unicodeScalars.indices.last
        for index in text.unicodeScalars.indices {
            let scalar = text.unicodeScalars[index]
            switch scalar {
            case "\t": result.append(scalar)
            case "\n" where keepingLines: result.append(scalar)
            // Among lines a quote ends nothing unless others are beside it.
            case "\"" where keepingLines && result.last != "\"" && index != last:
                result.append(scalar)
            case "\"", "\\": result.append(contentsOf: ["\\", scalar])
            // The library that reads it takes a zero for the end.
            case "\0": result.append("\u{FFFD}")
            case "\0"..."\u{1F}", "\u{7F}":
                let digits = String(scalar.value, radix: 16)
                let zeros = String(repeating: "0", count: 4 - digits.count)
                result.append(contentsOf: "\\u\(zeros)\(digits)".unicodeScalars)
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}
