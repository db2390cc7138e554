import Chat

extension Role {
    private static let byName: [String: Role] = [
        "system": .system, "developer": .system,
        "user": .user, "human": .user,
        "assistant": .assistant, "model": .assistant, "ai": .assistant, "bot": .assistant,
        "tool": .tool, "function": .tool,
    ]

    /// The role that a file means, or `nil` where no model would understand it.
    static func imported(_ name: String) -> Role? {
        byName[name] ?? (name.utf8.count <= 16 ? byName[name.lowercased()] : nil)
    }

    /// The role itself if it is a short word, as every role in a store is.
    var ifPlain: Role? {
        let isPlain = rawValue.utf8.allSatisfy {
            $0 < 0x80 && (Character(Unicode.Scalar($0)).isLetter || $0 == UInt8(ascii: "_"))
        }
        return isPlain && (1...32).contains(rawValue.utf8.count) ? self : nil
    }
}
