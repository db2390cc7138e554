import Chat

/// The JSON of a message that has a role and a content and nothing else, as every question.
///
/// The general encoder takes longer for it than the server for storing it. The bytes are the same.
enum PlainMessageText {
    /// The JSON, or `nil` for a message of which more is to be said.
    static func encode(_ message: Message) -> [UInt8]? {
        guard message == Message(role: message.role, content: message.content) else { return nil }
        var json: [UInt8] = []
        json.reserveCapacity(message.content.utf8.count + 64)
        json += #"{"content":"#.utf8
        append(message.content, to: &json)
        json += #","role":"#.utf8
        append(message.role.rawValue, to: &json)
        json.append(UInt8(ascii: "}"))
        return json
    }

    /// Adds a text in quotes (RFC 8259, section 7).
    private static func append(_ text: String, to json: inout [UInt8]) {
        json.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): json += [UInt8(ascii: "\\"), byte]
            case 0x20...: json.append(byte)
            case 0x08: json += #"\b"#.utf8
            case 0x09: json += #"\t"#.utf8
            case 0x0A: json += #"\n"#.utf8
            case 0x0C: json += #"\f"#.utf8
            case 0x0D: json += #"\r"#.utf8
            default: json += #"\u00"#.utf8 + hexadecimal(byte)
            }
        }
        json.append(UInt8(ascii: "\""))
    }

    private static func hexadecimal(_ byte: UInt8) -> [UInt8] {
        let digits = Array("0123456789abcdef".utf8)
        return [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
}
