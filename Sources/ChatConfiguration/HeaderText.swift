/// Reads headers, and tells which can be sent.
enum HeaderText {
    /// Headers that belong to the connection, which the program makes itself.
    private static let reserved: Set<String> = [
        "connection", "content-length", "content-type", "transfer-encoding",
    ]

    /// Reads headers from lines of `Name: value`.
    static func parse(_ text: String) throws(ValueProblem) -> [String: String] {
        var headers: [String: String] = [:]
        for line in text.split(whereSeparator: \.isNewline) {
            let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2 else {
                throw ValueProblem("no header", "Write Name: value, each header on its own line.")
            }
            let name = String(parts[0])
            headers[name] = try value(parts[1].drop { $0 == " " }, of: name)
        }
        return headers
    }

    /// The value of a header, checked with its name.
    static func value(
        _ value: some StringProtocol, of name: String
    ) throws(ValueProblem) -> String {
        guard isName(name) else {
            throw ValueProblem("no header", "“\(name)” cannot be the name of one.")
        }
        guard !reserved.contains(name.lowercased()) else {
            throw ValueProblem("no header", "\(name) is set by the program itself.")
        }
        guard isValue(value) else {
            throw ValueProblem("no header", "The value of \(name) cannot be sent.")
        }
        return String(value)
    }

    /// Whether a text can be sent behind the name of a header.
    static func isValue(_ text: some StringProtocol) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
    }

    private static func isName(_ text: String) -> Bool {
        !text.isEmpty
            && text.unicodeScalars.allSatisfy { character in
                character.isASCII
                    && (character.properties.isAlphabetic || "0"..."9" ~= character
                        || "!#$%&'*+-.^_`|~".unicodeScalars.contains(character))
            }
    }
}
