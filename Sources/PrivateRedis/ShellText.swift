/// The few rules of the shell that a hint needs.
enum ShellText {
    /// A path as one word of a command.
    static func quoted(_ path: String) -> String {
        if path.utf8.allSatisfy(isPlain) { return path }
        let parts = path.split(separator: "'", omittingEmptySubsequences: false)
        return "'\(parts.joined(separator: #"'\''"#))'"
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        let character = Character(Unicode.Scalar(byte))
        return character.isASCII
            && (character.isLetter || character.isNumber || "/._-+@%".contains(character))
    }
}
