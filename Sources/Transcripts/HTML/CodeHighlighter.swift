/// Colours code: comments, texts, numbers and the words of its language.
struct CodeHighlighter {
    private let code: [UInt8]
    private let language: CodeLanguage
    private var index = 0
    private var html: [UInt8] = []

    private init(_ code: [UInt8], _ language: CodeLanguage) {
        self.code = code
        self.language = language
    }

    /// Adds code to HTML, coloured where the language is known.
    static func append(_ code: [UInt8], language: CodeLanguage?, to html: inout [UInt8]) {
        guard let language else {
            HTMLText.append(code, to: &html)
            return
        }
        var highlighter = CodeHighlighter(code, language)
        highlighter.run()
        html += highlighter.html
    }

    private mutating func run() {
        while index < code.count {
            if let end = commentEnd() {
                emit("c", to: end)
            } else if let end = quoteEnd() {
                emit("s", to: end)
            } else if isDigit(code[index]) {
                emit("n", to: end { isWordByte($0) || $0 == UInt8(ascii: ".") })
            } else if isWordByte(code[index]) {
                emitWord()
            } else {
                HTMLText.append(code[index...index], to: &html)
                index += 1
            }
        }
    }

    private mutating func emit(_ kind: String?, to end: Int) {
        if let kind { html += "<span class=\"\(kind)\">".utf8 }
        HTMLText.append(code[index..<end], to: &html)
        if kind != nil { html += "</span>".utf8 }
        index = end
    }

    private mutating func emitWord() {
        let end = end(of: isWordByte)
        let word = String(decoding: code[index..<end], as: UTF8.self)
        let isTag = language.hasTags && isBehindTagStart
        let isKeyword = language.keywords.contains(language.ignoresCase ? word.lowercased() : word)
        emit(isTag || isKeyword ? "k" : nil, to: end)
    }

    private var isBehindTagStart: Bool {
        let before = code[..<index].suffix(2)
        return before.last == UInt8(ascii: "<") || before.elementsEqual("</".utf8)
    }

    private func commentEnd() -> Int? {
        if let block = language.blockComment, code[index...].starts(with: block.start) {
            return find(block.end, from: index + block.start.count) ?? code.count
        }
        guard let mark = language.lineComments.first(where: { code[index...].starts(with: $0) })
        else { return nil }
        // `$#` and `a#b` are no comments where `#` begins one.
        if mark == [UInt8(ascii: "#")], index > 0, code[index - 1] > 0x20 { return nil }
        return end { $0 != UInt8(ascii: "\n") }
    }

    private func quoteEnd() -> Int? {
        guard
            let quote = language.quotes.first(where: { code[index...].starts(with: $0.mark) })
        else { return nil }
        var position = index + quote.mark.count
        while position < code.count {
            if code[position] == UInt8(ascii: "\\") {
                position += 2
            } else if code[position...].starts(with: quote.mark) {
                return position + quote.mark.count
            } else if code[position] == UInt8(ascii: "\n"), !quote.isMultiline {
                return position
            } else {
                position += 1
            }
        }
        return code.count
    }

    private func find(_ mark: [UInt8], from start: Int) -> Int? {
        var position = start
        while position < code.count {
            if code[position...].starts(with: mark) { return position + mark.count }
            position += 1
        }
        return nil
    }

    private func end(of isPart: (UInt8) -> Bool) -> Int {
        code[index...].firstIndex { !isPart($0) } ?? code.count
    }

    private func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...0xFF:
            true
        default: false
        }
    }
}
