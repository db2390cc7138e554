extension CodeLexer {
    /// Looks at what stands in code that is neither comment nor text.
    mutating func code(
        in language: CodeLanguage, isEnd: Bool
    ) -> (end: Int, style: MarkdownStyle)? {
        let byte = bytes[scan]
        guard language.isSpecial(byte) else { return (endOfPlain(in: language), []) }
        if language.beginsMark(byte), let mark = mark(in: language, isEnd) {
            return mark.end == 0 ? nil : mark
        }
        if ASCII.isDigit(byte) { return number(in: language, isEnd) }
        return language.isWord(byte) ? word(in: language, isEnd) : (scan + 1, [])
    }

    /// A comment, a text or a name with a mark before it; its end is 0 where more must come first.
    private mutating func mark(
        in language: CodeLanguage, _ isEnd: Bool
    ) -> (end: Int, style: MarkdownStyle)? {
        if let comment = comment(in: language, isEnd) { return comment }
        if let quote = quote(in: language, isEnd) { return quote }
        return language.sigils.contains(bytes[scan]) ? sigil(in: language, isEnd) : nil
    }

    private func endOfPlain(in language: CodeLanguage) -> Int {
        bytes[scan...].firstIndex(where: language.isSpecial) ?? bytes.count
    }

    /// The byte before the scan, or 0 at the beginning of a line.
    private var previous: UInt8 { before }

    /// A comment that begins at the scan; its end is 0 where more must come first.
    private mutating func comment(
        in language: CodeLanguage, _ isEnd: Bool
    ) -> (end: Int, style: MarkdownStyle)? {
        if let block = language.blockComment {
            switch match(block.start, at: scan, isEnd) {
            case true?:
                place = .blockComment
                return (scan + block.start.count, .comment)
            case nil: return (0, [])
            case false?: break
            }
        }
        for mark in language.lineComments {
            // `$#` and `a#b` are no comments where `#` begins one.
            if mark.count == 1, mark[0] == ASCII.hash, previous > 0x20 { continue }
            switch match(mark, at: scan, isEnd) {
            case true?:
                place = .lineComment
                return (scan + mark.count, .comment)
            case nil: return (0, [])
            case false?: break
            }
        }
        return nil
    }

    /// A text that begins at the scan; its end is 0 where more must come first.
    private mutating func quote(
        in language: CodeLanguage, _ isEnd: Bool
    ) -> (end: Int, style: MarkdownStyle)? {
        // In the text of a page an apostrophe is one.
        if language.hasTags, previous != UInt8(ascii: "=") { return nil }
        for (index, quote) in language.quotes.enumerated() {
            switch match(quote.mark, at: scan, isEnd) {
            case true?:
                if let name = quotedName(quote.mark, in: language, isEnd) { return name }
                place = .quote(index)
                return (scan + quote.mark.count, .string)
            case nil: return (0, [])
            case false?: break
            }
        }
        return nil
    }

    /// A short text that is the name of a value, as in JSON.
    private func quotedName(
        _ mark: [UInt8], in language: CodeLanguage, _ isEnd: Bool
    ) -> (end: Int, style: MarkdownStyle)? {
        guard language.quotesNames, mark.count == 1 else { return nil }
        let rest = bytes[(scan + 1)...].prefix(Self.longestWord)
        guard let end = rest.firstIndex(where: { $0 == mark[0] || $0 == ASCII.backslash }) else {
            return isEnd || rest.count == Self.longestWord ? nil : (0, [])
        }
        guard bytes[end] == mark[0] else { return nil }
        guard let isName = isFollowed(by: ASCII.colon, at: end + 1, isEnd) else { return (0, []) }
        return isName ? (end + 1, .name) : nil
    }

    /// Whether a byte follows, blanks aside; `nil` where more must come first.
    private func isFollowed(by byte: UInt8, at index: Int, _ isEnd: Bool) -> Bool? {
        let blanks = bytes[index...].prefix(Self.longestWord)
        guard let next = blanks.first(where: { !ASCII.isBlank($0) }) else {
            return isEnd || blanks.count == Self.longestWord ? false : nil
        }
        return next == byte
    }

    /// A byte that makes a name of the word behind it, as `$` or `@`.
    private func sigil(
        in language: CodeLanguage, _ isEnd: Bool
    ) -> (end: Int, style: MarkdownStyle)? {
        guard scan + 1 < bytes.count || isEnd else { return (0, []) }
        guard scan + 1 < bytes.count, language.isWord(bytes[scan + 1]),
            !language.isWord(previous)
        else { return (scan + 1, []) }
        let end = end(of: { language.isWord($0) }, from: scan + 1, isEnd)
        return (end ?? 0, .name)
    }

    private func number(
        in language: CodeLanguage, _ isEnd: Bool
    ) -> (end: Int, style: MarkdownStyle)? {
        end(of: { language.isWord($0) || $0 == ASCII.period }, from: scan, isEnd)
            .map { ($0, .value) }
    }

    private mutating func word(
        in language: CodeLanguage, _ isEnd: Bool
    ) -> (end: Int, style: MarkdownStyle)? {
        guard let end = end(of: { language.isWord($0) }, from: scan, isEnd) else { return nil }
        var isName = false
        if let mark = language.nameMark, !hasWord || language.hasTags {
            guard let isFollowed = isFollowed(by: mark, at: end, isEnd) else { return nil }
            isName = isFollowed
        }
        hasWord = true
        if isName { return (end, .name) }
        if language.hasTags {
            let isTag = previous == ASCII.less || previous == ASCII.slash
            return (end, isTag ? .keyword : [])
        }
        return (end, language.isKeyword(bytes[scan..<end]) ? .keyword : [])
    }

    /// Where bytes of a kind end; `nil` where more of them may come.
    private func end(of isPart: (UInt8) -> Bool, from start: Int, _ isEnd: Bool) -> Int? {
        let word = bytes[start...].prefix(Self.longestWord)
        if let end = word.firstIndex(where: { !isPart($0) }) { return end }
        return isEnd || word.count == Self.longestWord ? word.endIndex : nil
    }
}
