/// A reply of the server as a value.
package enum RedisReply: Hashable, Sendable {
    /// No value.
    case null
    /// A whole number.
    case integer(Int64)
    /// A bulk string.
    case bytes([UInt8])
    /// A status such as `OK`.
    case status(String)
    /// An error that the server answered with, inside an array or a pipeline.
    case error(String)
    /// Several replies.
    case array([RedisReply])
}

extension RedisReply: CustomStringConvertible {
    /// The kind and the size; never the content.
    package var description: String {
        switch self {
        case .null: "null"
        case .integer: "integer"
        case .bytes(let bytes): "\(bytes.count) bytes"
        case .status(let text): text
        case .error(let text): "error \(text.prefix { $0 != " " })"
        case .array(let replies): "array of \(replies.count)"
        }
    }
}
