import Chat
import PlatformFoundation

/// JSON as bytes; the one place that knows the coder.
enum JSONText {
    /// Encodes with sorted keys and plain slashes, so that equal values give equal bytes.
    static func encode(_ value: some Encodable) throws(RedisSessionsError) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        guard let data = try? encoder.encode(value) else { throw .unwritableMessage }
        return Array(data)
    }

    /// Decodes a value, or returns `nil` for bytes that do not hold one.
    ///
    /// Bytes that are no UTF-8, and halves of surrogate pairs, which Python writes where a text was
    /// cut in two, are replaced by U+FFFD before the second try.
    static func decode<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) -> Value? {
        let decoder = JSONDecoder()
        if let value = try? decoder.decode(type, from: Data(bytes)) { return value }
        let repaired = LoneSurrogates.replaced(
            in: Array(String(decoding: bytes, as: UTF8.self).utf8))
        guard repaired != bytes else { return nil }
        return try? decoder.decode(type, from: Data(repaired))
    }
}
