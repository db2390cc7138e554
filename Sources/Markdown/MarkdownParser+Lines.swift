extension MarkdownParser {
    /// Takes a byte of a line whose kind is not decided.
    mutating func takeStart(_ byte: UInt8) {
        guard byte == ASCII.newline else {
            held.append(byte)
            return decide(isWhole: false)
        }
        guard hasMark || held.contains(where: { !ASCII.isBlank($0) }) else {
            giveOutBlanks(held.count)
            text.append(.newline)
            table.isDropped = false
            return beginLine(isAfterGap: true)
        }
        endStart()
        // The line of a fence has its own end.
        if mode != .codeStart { endLine() }
    }

    /// Ends a line whose kind is not decided: now it is.
    mutating func endStart() {
        decide(isWhole: true)
        if mode == .start { beginText() }
    }

    private mutating func decide(isWhole: Bool) {
        let rest = held.drop(while: ASCII.isBlank)
        let blanks = rest.startIndex
        guard let first = rest.first else {
            if blanks >= LineStart.mostBytes { beginText() }
            return
        }
        let width = held[..<blanks].reduce(0) { $0 + ($1 == ASCII.tab ? 4 : 1) }
        let isDeep = width >= 4 && !isInList
        if isDeep, isAfterGap, !hasMark { return beginVerbatim() }
        if first != ASCII.pipe, first != ASCII.greater { table.isDropped = false }
        switch LineStart(rest, isWhole: isWhole, isDeep: isDeep) {
        case .undecided: break
        case .quote(let length):
            giveOutBlanks(blanks)
            text.append(.quote)
            quoteDepth += 1
            goOn(behind: blanks + length, isWhole: isWhole)
        case .bullet(let length): item(blanks, length, isWhole) { .bullet(end: $0) }
        case .number(let length): item(blanks, length, isWhole) { .number(end: $0) }
        case .task(let length, let isDone):
            item(blanks, length, isWhole) { .task(end: $0, isDone: isDone) }
        case .heading(let length, let level): heading(blanks, length, level)
        case .rule:
            giveOutBlanks(blanks)
            text.append(.rule)
            held.removeAll(keepingCapacity: true)
            mode = .text
        case .fence(let fence): begin(fence, blanks: blanks)
        case .table: beginTable()
        case .text: beginText()
        }
    }

    private mutating func item(
        _ blanks: Int, _ length: Int, _ isWhole: Bool, as event: (Int) -> MarkdownText.Event
    ) {
        isInList = true
        giveOutBlanks(blanks)
        text.append(held[blanks..<blanks + length], as: event)
        goOn(behind: blanks + length, isWhole: isWhole)
    }

    private mutating func heading(_ blanks: Int, _ length: Int, _ level: Int) {
        giveOutBlanks(blanks)
        lineStyle = level == 1 ? [.heading, .title] : .heading
        isInList = isInList && (blanks > 0 || hasMark)
        held.removeFirst(blanks + length)
        beginText()
    }

    /// Looks at what stands behind a mark: there may be another one.
    private mutating func goOn(behind length: Int, isWhole: Bool) {
        held.removeFirst(length)
        hasMark = true
        if !held.isEmpty { decide(isWhole: isWhole) }
    }

    /// Gives out the first bytes of what is held as indentation.
    mutating func giveOutBlanks(_ count: Int) {
        if count > 0 { text.append(held[..<count]) { .indent(end: $0) } }
    }

    /// Goes on with the line as text.
    mutating func beginText() {
        let rest = held.drop(while: ASCII.isBlank)
        if rest.startIndex == 0, !hasMark, lineStyle.isEmpty { isInList = false }
        giveOutBlanks(rest.startIndex)
        mode = .text
        inline.add(rest)
        held.removeAll(keepingCapacity: true)
    }

    /// Goes on with the line as code that its indentation makes.
    private mutating func beginVerbatim() {
        mode = .verbatim
        lineStyle = .code
        text.appendVerbatim(held, lineStyle)
        held.removeAll(keepingCapacity: true)
    }
}
