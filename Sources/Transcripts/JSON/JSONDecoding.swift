import Chat
import PlatformFoundation

/// Makes values of JSON that others wrote.
struct JSONDecoding {
    private let decoder = JSONDecoder()

    /// Decodes a value, or returns `nil` for bytes that do not hold one.
    ///
    /// What is no UTF-8, and halves of surrogate pairs, are replaced by U+FFFD before the second
    /// try. The depth has to be checked before.
    func value<Value: Decodable>(_ type: Value.Type, from bytes: some Collection<UInt8>) -> Value? {
        let data = Data(bytes)
        if let value = try? decoder.decode(type, from: data) { return value }
        let text = Array(String(decoding: data, as: UTF8.self).utf8)
        return try? decoder.decode(type, from: Data(LoneSurrogates.replaced(in: text)))
    }
}
