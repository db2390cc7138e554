/// The few rules of URLs that an address needs.
enum URLText {
    /// The text before and behind the first separator; nil behind when there is none.
    static func split(_ text: Substring, at separator: Character) -> (Substring, Substring?) {
        guard let index = text.firstIndex(of: separator) else { return (text, nil) }
        return (text[..<index], text[text.index(after: index)...])
    }

    /// The credentials and the place of an authority; the last `@` parts them.
    static func splitCredentials(_ authority: Substring) -> (Substring?, Substring) {
        guard let index = authority.lastIndex(of: "@") else { return (nil, authority) }
        return (authority[..<index], authority[authority.index(after: index)...])
    }

    /// A number written with decimal digits only.
    static func number(_ text: Substring) -> Int? {
        text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            ? Int(text) : nil
    }

    /// The text with each `%XX` replaced by the byte it stands for.
    static func decoded(_ text: Substring) throws(RedisError) -> String {
        var bytes: [UInt8] = []
        var rest = Substring(text).utf8
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            let digits = rest.prefix(2)
            guard digits.count == 2, digits.allSatisfy(isHexDigit),
                let decoded = UInt8(Substring(digits), radix: 16)
            else { throw .badURL("has a % that is not followed by two hexadecimal digits") }
            bytes.append(decoded)
            rest = rest.dropFirst(2)
        }
        guard let result = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
            throw .badURL("holds bytes that are not text")
        }
        return result
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        Character(Unicode.Scalar(byte)).isHexDigit
    }
}
