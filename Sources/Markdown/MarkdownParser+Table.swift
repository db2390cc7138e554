extension MarkdownParser {
    /// Begins to hold a line that may be the first one of a table.
    mutating func beginTable() {
        guard !table.isDropped else {
            mode = .verbatim
            text.appendVerbatim(held, [])
            held.removeAll(keepingCapacity: true)
            return
        }
        let rest = held.drop(while: ASCII.isBlank)
        giveOutBlanks(rest.startIndex)
        table = TableLines()
        table.bytes = Array(rest)
        held.removeAll(keepingCapacity: true)
        mode = .table
    }

    /// Takes a byte of a table.
    mutating func takeTable(_ byte: UInt8) {
        if byte != ASCII.newline, table.line.isEmpty {
            return takeTableStart(byte)
        }
        guard byte != ASCII.newline else { return endRow() }
        table.bytes.append(byte)
        if table.expectation == .delimiters, !TableLines.isDelimiter(byte) {
            return refuseTable()
        }
        if table.bytes.count > TableLines.mostBytes { dropTable() }
    }

    /// Takes a byte before the first bar of a line.
    private mutating func takeTableStart(_ byte: UInt8) {
        held.append(byte)
        let line = Self.unquoted(held[...], quoteDepth)
        guard let first = line?.first(where: { !ASCII.isBlank($0) }) else {
            let isQuote = held.allSatisfy { $0 == ASCII.greater || ASCII.isBlank($0) }
            if !isQuote || held.count >= LineStart.mostBytes { endTable(isWhole: false) }
            return
        }
        guard first == ASCII.pipe else { return endTable(isWhole: false) }
        table.bytes.append(byte)
        table.prefix = Array(held.dropLast())
        held.removeAll(keepingCapacity: true)
    }

    /// Ends a line of a table.
    private mutating func endRow() {
        guard !table.line.isEmpty else {
            endTable(isWhole: false)
            return take([ASCII.newline])
        }
        switch table.expectation {
        case .titles: table.expectation = .delimiters
        case .delimiters:
            guard let alignments = TableLines.alignments(of: table.line) else {
                return refuseTable(atNewline: true)
            }
            table.expectation = .rows
            text.append(.table(alignments))
            giveOut(table.bytes.prefix { $0 != ASCII.newline })
        case .rows: giveOut(table.line)
        }
        table.bytes.append(ASCII.newline)
        table.lineStart = table.bytes.count
    }

    private mutating func giveOut(_ row: ArraySlice<UInt8>) {
        for cell in TableLines.cells(of: row) {
            var inline = InlineParser()
            inline.add(cell)
            inline.finish(to: &text, as: [])
            text.append(.cellEnd)
        }
        text.append(.rowEnd)
    }

    /// Ends the table before the bytes that are held, which belong to something else.
    mutating func endTable(isWhole: Bool) {
        let rest = held
        switch table.expectation {
        case .titles, .delimiters:
            guard isWhole, table.expectation == .delimiters,
                let alignments = TableLines.alignments(of: table.line)
            else {
                return refuseTable()
            }
            text.append(.table(alignments))
            giveOut(table.bytes.prefix { $0 != ASCII.newline })
            text.append(.tableEnd)
        case .rows:
            if !table.line.isEmpty { giveOut(table.line) }
            text.append(.tableEnd)
        }
        table = TableLines()
        beginLine(isAfterGap: false)
        take(rest[...])
    }

    /// Shows the first line as text, and looks again at what follows it.
    private mutating func refuseTable(atNewline: Bool = false) {
        let titles = table.bytes.prefix { $0 != ASCII.newline }
        let line = table.line.isEmpty ? [] : table.prefix + table.line
        let rest = line + held + (atNewline ? [ASCII.newline] : [])
        let isComplete = table.expectation == .delimiters
        table = TableLines()
        held.removeAll(keepingCapacity: true)
        mode = .text
        inline.add(titles)
        guard isComplete else { return }
        endLine()
        take(rest[...])
    }

    /// Shows a table that is too large as text, and what follows of it.
    private mutating func dropTable() {
        if table.expectation == .rows { text.append(.tableDropped) }
        let lines = table.bytes.split(
            separator: ASCII.newline, omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            if index > 0 { text.append(.newline) }
            text.appendVerbatim(line)
        }
        table = TableLines()
        table.isDropped = true
        (mode, lineStyle) = (.verbatim, [])
    }
}
