/// Code in a line whose end is not found yet.
struct CodeSpan {
    /// Where its first mark begins.
    var start: Int
    /// How many backticks the mark has.
    let length: Int
    /// Where the search for the same mark goes on.
    var search: Int

    /// Moves it with the bytes that it is in.
    mutating func shift(by distance: Int) {
        start += distance
        search += distance
    }
}

extension InlineParser {
    /// Takes a run of backticks that may begin code.
    mutating func beginCode(isEnd: Bool) -> Bool {
        let end = endOfRun(of: ASCII.backtick)
        guard end < bytes.count || isEnd else { return false }
        code = CodeSpan(start: scan, length: end - scan, search: end)
        // Whoever gives out text now must not give out this.
        push(ASCII.backtick, to: end, canClose: false)
        return true
    }

    /// Looks for the run of backticks that ends the code.
    mutating func stepInCode(isEnd: Bool) -> Bool {
        guard var code else { return true }
        while code.search < bytes.count, code.search - code.start <= Self.mostHeld {
            let isInside = code.search > code.start + code.length
            guard bytes[code.search] == ASCII.backtick,
                !isInside || bytes[code.search - 1] != ASCII.backtick
            else {
                code.search += 1
                continue
            }
            let rest = bytes[code.search...].prefix(code.length + 1)
            let end = rest.firstIndex { $0 != ASCII.backtick } ?? rest.endIndex
            if end == bytes.count, end - code.search <= code.length, !isEnd { break }
            if end - code.search == code.length {
                endCode(code, to: end)
                return true
            }
            code.search = end
        }
        let isOver = isEnd || code.search - code.start > Self.mostHeld
        self.code = isOver ? nil : code
        // The mark is text, and what follows it is looked at as such.
        if isOver { openers.removeAll { $0.byte == ASCII.backtick } }
        return isOver
    }

    private mutating func endCode(_ code: CodeSpan, to end: Int) {
        var (start, last) = (code.start + code.length, code.search)
        let content = bytes[start..<last]
        // One blank on each side only keeps backticks apart from the marks.
        if content.count > 2, content.first == ASCII.space, content.last == ASCII.space,
            content.contains(where: { $0 != ASCII.space })
        {
            (start, last) = (start + 1, last - 1)
        }
        openers.removeAll { $0.byte == ASCII.backtick }
        nodes[nodes.count - 1].end = nodes[nodes.count - 1].start
        nodes.append(InlineNode(start: start, end: last, style: .code))
        scan = end
        self.code = nil
    }

    /// Takes a backslash: before a mark it makes it text, elsewhere it is text itself.
    mutating func escape(isEnd: Bool) -> Bool {
        guard scan + 1 < bytes.count else {
            if isEnd { show(to: scan + 1) }
            return isEnd
        }
        guard "*_`~#|<>".utf8.contains(bytes[scan + 1]), !isInAddress else {
            show(to: scan + 1)
            return true
        }
        scan += 1
        show(to: scan + 1)
        return true
    }
}
