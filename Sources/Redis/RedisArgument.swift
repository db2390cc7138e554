/// One argument of a command: bytes, which may hold anything.
package struct RedisArgument: Hashable, Sendable {
    /// The bytes as they go over the wire.
    package let bytes: [UInt8]

    /// Takes bytes as they are.
    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Encodes text as UTF-8.
    package init(_ text: some StringProtocol) {
        self.bytes = Array(text.utf8)
    }

    /// Writes a whole number in decimal.
    package init(_ number: some BinaryInteger) {
        self.bytes = Array(String(number).utf8)
    }

    /// Takes the name of a key.
    package init(_ key: RedisKey) {
        self.bytes = Array(key.text.utf8)
    }
}

extension RedisArgument: ExpressibleByStringLiteral {
    /// Encodes a literal as UTF-8.
    package init(stringLiteral value: String) {
        self.init(value)
    }
}
