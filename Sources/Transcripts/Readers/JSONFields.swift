/// The members of a JSON object, found but not decoded.
struct JSONFields {
    private let bytes: [UInt8]
    private let decoding = JSONDecoding()
    private var parts: [String: JSONPart] = [:]
    /// Where the object breaks off, if it does.
    let brokenAt: Int?

    /// Looks at an object, or returns `nil` where there is none.
    init?(of bytes: [UInt8], in range: Range<Int>) {
        guard var cutter = JSONCutter(bytes, in: range) else { return nil }
        while let part = cutter.next() {
            guard let key = part.key else { return nil }
            parts[key] = part
        }
        self.bytes = bytes
        brokenAt = cutter.brokenAt
    }

    /// Where the value of a key is.
    func range(_ key: String) -> Range<Int>? { parts[key]?.range }

    /// The value of a key as an object.
    func object(_ key: String) -> JSONFields? {
        range(key).flatMap { JSONFields(of: bytes, in: $0) }
    }

    /// The value of a key, if it is of the right kind and not nested too deeply.
    func value<Value: Decodable>(_ type: Value.Type, _ key: String) -> Value? {
        guard let part = parts[key], !part.isTooDeep else { return nil }
        return decoding.value(type, from: bytes[part.range])
    }

    /// Calls back for each member of an object or element of an array that is the value of a key.
    func each(_ key: String, _ body: (JSONPart) -> Void) {
        guard let range = range(key), var cutter = JSONCutter(bytes, in: range) else { return }
        while let part = cutter.next() { body(part) }
    }
}
