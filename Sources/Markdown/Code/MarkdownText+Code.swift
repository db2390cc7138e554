extension MarkdownText {
    /// Whole code, with what its parts mean in the language of that name, where it is known.
    ///
    /// There are events for the ends of lines and for what stays as it is, and no others.
    package static func code(_ code: [UInt8], in language: String) -> MarkdownText {
        var text = MarkdownText()
        var lexer = CodeLexer(language)
        let lines = code.split(separator: ASCII.newline, omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            if index > 0 { text.append(.newline) }
            lexer.add(line, to: &text)
            lexer.endLine(to: &text)
        }
        return text
    }
}
