/// The name of a Redis key.
///
/// A type of its own, so that no text becomes a key by accident: each module that has keys makes
/// them in one file.
package struct RedisKey: Hashable, Sendable {
    /// The key as text.
    package let text: String

    /// Names a key.
    package init(_ text: String) {
        self.text = text
    }
}
