import PlatformFoundation

/// The one place that reads and writes JSON.
enum JSON {
    /// Reads a value; `nil` where the bytes are not such a value.
    static func decode<Value: Decodable>(
        _ type: Value.Type, from bytes: some Collection<UInt8>
    ) -> Value? {
        try? JSONDecoder().decode(type, from: Data(bytes))
    }

    /// Writes a value.
    ///
    /// The same value always gives the same bytes, so that requests can be compared.
    static func encode(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(value))
    }
}

/// The encoding of credentials in a header, and of images.
enum Base64 {
    /// Encodes bytes.
    static func encode(_ bytes: some Sequence<UInt8>) -> String {
        Data(bytes).base64EncodedString()
    }
}

/// The variables that this program was started with.
enum Environment {
    /// All of them.
    static var variables: [String: String] { ProcessInfo.processInfo.environment }
}
