import Chat

/// A message as one of several writers of JSON stores it.
struct StoredText: CaseIterable {
    /// Whether all but ASCII is escaped, as Python does.
    let isASCII: Bool
    /// Whether numbers of escapes have capitals.
    let hasCapitals: Bool
    /// Whether `/` is escaped.
    let escapesSlashes: Bool
    /// Whether the role comes first.
    let roleFirst: Bool

    static var allCases: [StoredText] {
        (0..<16).map { bits in
            StoredText(
                isASCII: bits & 1 != 0, hasCapitals: bits & 2 != 0, escapesSlashes: bits & 4 != 0,
                roleFirst: bits & 8 != 0)
        }
    }

    /// The JSON of a message.
    func json(_ message: Message) -> [UInt8] {
        let role = "\"role\": \(quoted(message.role.rawValue))"
        let content = "\"content\": \(quoted(message.content))"
        let model = message.model.map { ", \"model\": \(quoted($0))" } ?? ""
        let parts = roleFirst ? "\(role), \(content)" : "\(content), \(role)"
        return Array("{\(parts), \"timestamp\": 1.5\(model)}".utf8)
    }

    private func quoted(_ text: String) -> String {
        "\"" + text.unicodeScalars.map(escaped).joined() + "\""
    }

    private func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\"": "\\\""
        case "\\": "\\\\"
        case "/" where escapesSlashes: "\\/"
        case "\n": "\\n"
        case "\t": "\\t"
        case "\u{0}"..<" ": String(scalar).utf16.map(number).joined()
        case "\u{80}"... where isASCII: String(scalar).utf16.map(number).joined()
        default: String(scalar)
        }
    }

    private func number(_ unit: UInt16) -> String {
        let digits = String(unit, radix: 16, uppercase: hasCapitals)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
}
