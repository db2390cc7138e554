/// A block of code between two fences.
struct CodeBlock {
    /// What it began with.
    let fence: CodeFence
    /// How many quotations it is in.
    let quoteDepth: Int
    /// What colours it.
    var lexer: CodeLexer
}

extension MarkdownParser {
    /// Begins a block of code; the line is complete.
    mutating func begin(_ fence: CodeFence, blanks: Int) {
        block = CodeBlock(
            fence: fence, quoteDepth: quoteDepth, lexer: CodeLexer(fence.language))
        if !fence.info.isEmpty {
            giveOutBlanks(blanks)
            text.append(fence.info.utf8, .label)
        }
        if !fence.info.isEmpty || hasMark { text.append(.newline) }
        beginLine(isAfterGap: false)
    }

    /// Takes a byte at the beginning of a line of code.
    mutating func takeCodeStart(_ byte: UInt8) {
        guard byte != ASCII.newline else { return endCodeStart(atNewline: true) }
        held.append(byte)
        guard let block else { return }
        guard let line = Self.unquoted(held[...], block.quoteDepth) else {
            return endQuotedCode(isUndecided: !isOutsideOfQuote(block))
        }
        let rest = line.drop(while: ASCII.isBlank)
        let isShort = held.count < LineStart.mostBytes
        if isShort, rest.isEmpty || block.fence.couldClose(rest) { return }
        mode = .code
        self.block?.lexer.add(line, to: &text)
        held.removeAll(keepingCapacity: true)
    }

    /// Ends a line of code that may end the block.
    mutating func endCodeStart(atNewline: Bool) {
        guard let block else { return }
        guard let line = Self.unquoted(held[...], block.quoteDepth) else {
            let line = held
            self.block = nil
            beginLine(isAfterGap: false)
            take(line[...])
            if atNewline { take([ASCII.newline]) } else if mode == .start { endStart() }
            return
        }
        if block.fence.isClosed(by: line.drop(while: ASCII.isBlank)) {
            self.block = nil
            return beginLine(isAfterGap: false)
        }
        self.block?.lexer.add(line, to: &text)
        self.block?.lexer.endLine(to: &text)
        if atNewline { text.append(.newline) }
        beginLine(isAfterGap: false)
    }

    /// A line that leaves the quotation ends the code in it.
    private mutating func endQuotedCode(isUndecided: Bool) {
        guard !isUndecided else { return }
        let line = held
        block = nil
        beginLine(isAfterGap: false)
        take(line[...])
    }

    private func isOutsideOfQuote(_ block: CodeBlock) -> Bool {
        held.contains { $0 != ASCII.greater && !ASCII.isBlank($0) }
            || held.count >= LineStart.mostBytes
    }

    /// A line without the marks of so many quotations; `nil` where it has fewer.
    static func unquoted(_ line: ArraySlice<UInt8>, _ depth: Int) -> ArraySlice<UInt8>? {
        var rest = line
        for _ in 0..<depth {
            let bare = rest.drop(while: ASCII.isBlank)
            guard bare.first == ASCII.greater else { return nil }
            rest = bare.dropFirst()
            if rest.first == ASCII.space { rest.removeFirst() }
        }
        return rest
    }
}
