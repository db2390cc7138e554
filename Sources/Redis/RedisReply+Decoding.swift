extension RedisReply {
    /// Whether there is no value.
    package var isNull: Bool { self == .null }

    /// A whole number, also one that the server keeps as decimal text.
    package func integer() throws(RedisError) -> Int {
        let number: Int? =
            switch self {
            case .integer(let number): Int(exactly: number)
            case .bytes(let bytes): Int(String(decoding: bytes, as: UTF8.self))
            case .status(let text): Int(text)
            default: nil
            }
        guard let number else { throw mismatch("a whole number") }
        return number
    }

    /// The bytes of a string.
    package func bytes() throws(RedisError) -> [UInt8] {
        switch self {
        case .bytes(let bytes): return bytes
        case .status(let text): return Array(text.utf8)
        default: throw mismatch("a string")
        }
    }

    /// A string as text; bytes that are not UTF-8 are repaired.
    package func text() throws(RedisError) -> String {
        String(decoding: try bytes(), as: UTF8.self)
    }

    /// A string as text, or nil where there is no value.
    package func optionalText() throws(RedisError) -> String? {
        isNull ? nil : try text()
    }

    /// The replies inside; no value counts as none.
    package func array() throws(RedisError) -> [RedisReply] {
        switch self {
        case .array(let replies): return replies
        case .null: return []
        default: throw mismatch("a list")
        }
    }

    /// A flat list of names and values, as `HGETALL` gives it.
    package func dictionary() throws(RedisError) -> [String: RedisReply] {
        let replies = try array()
        guard replies.count.isMultiple(of: 2) else { throw mismatch("pairs") }
        var result: [String: RedisReply] = [:]
        for index in stride(from: 0, to: replies.count, by: 2) {
            result[try replies[index].text()] = replies[index + 1]
        }
        return result
    }

    /// The reply itself, unless the server answered with an error.
    package func orThrow() throws(RedisError) -> RedisReply {
        if case .error(let text) = self { throw .server(text) }
        return self
    }

    private func mismatch(_ expected: String) -> RedisError {
        if case .error(let text) = self { return .server(text) }
        return .unexpectedReply(self, expected: expected)
    }
}
