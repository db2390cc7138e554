import Chat

/// A name with `*` for any run of characters, as in `qwen*` and `*coder*`.
///
/// Case and accents do not count.
public struct WildcardPattern: Hashable, Sendable {
    /// The pattern as it was typed.
    public let text: String

    /// Makes a pattern.
    public init(_ text: String) {
        self.text = text
    }

    /// Whether it is the name of a model.
    ///
    /// Without `*` the tag may be left out: `qwen3` is `qwen3:4b` too.
    public func matchesModel(_ name: String) -> Bool {
        let (pattern, name) = (plain(text), plain(name))
        guard !pattern.contains("*") else { return Self.matches(pattern, name) }
        if ModelName.isSame(pattern, name) { return true }
        guard let colon = name.lastIndex(of: ":") else { return false }
        return name[..<colon] == pattern
    }

    /// Whether it is the name of a session.
    ///
    /// Without `*` it may stand anywhere in the name.
    public func matchesSession(_ name: String) -> Bool {
        let pattern = plain(text)
        return Self.matches(pattern.contains("*") ? pattern : "*\(pattern)*", plain(name))
    }

    /// What every model that it matches has in its name, in their plain spelling.
    var modelParts: [[UInt8]] {
        ModelName.short(plain(text)).split(separator: "*").map { Array($0.utf8) }
    }

    private func plain(_ text: String) -> String {
        String(decoding: FoldedText.plain(text), as: UTF8.self)
    }

    private static func matches(_ pattern: String, _ name: String) -> Bool {
        let (pattern, name) = (Array(pattern.utf8), Array(name.utf8))
        let star = UInt8(ascii: "*")
        var (place, position) = (0, 0)
        var retry: (place: Int, position: Int)?
        while position < name.count {
            if place < pattern.count, pattern[place] == star {
                retry = (place + 1, position)
                place += 1
            } else if place < pattern.count, pattern[place] == name[position] {
                place += 1
                position += 1
            } else if let last = retry {
                // The last star takes one more.
                (place, position) = (last.place, last.position + 1)
                retry = (last.place, last.position + 1)
            } else {
                return false
            }
        }
        return pattern[place...].allSatisfy { $0 == star }
    }
}
