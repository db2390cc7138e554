/// Tells messages, commands and blocks apart.
package enum InputParser {
    static let blockMark = "\"\"\""

    /// Reads what was typed.
    ///
    /// A command begins with a slash and a name of letters, digits, `-` or `?`; anything else that
    /// begins with a slash, such as a path, is a message. Pasted text is never a command.
    ///
    /// - Parameters:
    ///   - text: What was typed, lines separated by line feeds.
    ///   - isPasted: Whether the text begins with something that was pasted.
    /// - Returns: What it is.
    package static func parse(_ text: String, isPasted: Bool = false) -> Input {
        let trimmed = text.trimmed
        guard !trimmed.isEmpty else { return .empty }
        if isPasted { return .message(text, isLiteral: true) }
        if trimmed.hasPrefix(blockMark) { return block(String(trimmed.dropFirst(3))) }
        guard trimmed.hasPrefix("/") else { return .message(text) }
        let name = trimmed.dropFirst().prefix { !$0.isWhitespace }
        guard !name.isEmpty, name.allSatisfy(isCommandCharacter) else { return .message(text) }
        let rest = String(trimmed.dropFirst(1 + name.count)).trimmed
        return .command(name: String(name), rest: rest)
    }

    /// Adds a line to an open block.
    ///
    /// - Returns: The whole text once the line closes the block, else the longer open block.
    package static func extend(_ block: String, with line: String) -> Input {
        self.block(block + "\n" + line)
    }

    private static func block(_ text: String) -> Input {
        guard text.trimmed.hasSuffix(blockMark) else { return .openBlock(text) }
        let inside = String(text.trimmed.dropLast(3)).trimmed
        return inside.isEmpty ? .empty : .message(inside, isLiteral: true)
    }

    private static func isCommandCharacter(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber)
            || character == "-" || character == "?"
    }
}
