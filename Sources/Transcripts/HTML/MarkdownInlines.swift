/// Renders the text of a paragraph: code, emphasis, links and line breaks.
struct MarkdownInlines {
    private let text: [UInt8]
    private var index = 0
    private var plain: [UInt8] = []
    private var tokens: [InlineToken] = []
    private var brackets: [Int] = []
    private lazy var backticks = BacktickRuns(text)

    private init(_ text: [UInt8]) {
        self.text = text
    }

    /// Renders a text.
    static func html(of text: some Sequence<UInt8>) -> [UInt8] {
        var renderer = MarkdownInlines(Array(text))
        renderer.run()
        EmphasisPairing.pair(&renderer.tokens, in: renderer.tokens.indices)
        var html: [UInt8] = []
        for token in renderer.tokens { token.append(to: &html) }
        return html
    }

    private mutating func run() {
        while index < text.count {
            switch text[index] {
            case UInt8(ascii: "\\"): escape()
            case UInt8(ascii: "`"): code()
            case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): marks()
            case UInt8(ascii: "["):
                flush()
                brackets.append(tokens.count)
                tokens.append(.bracket)
                index += 1
            case UInt8(ascii: "]"): closeBracket()
            case UInt8(ascii: "<"): bracketedAddress()
            case UInt8(ascii: "h"): bareAddress()
            case UInt8(ascii: "\n"): lineBreak()
            default: take(1)
            }
        }
        flush()
    }

    private mutating func take(_ count: Int) {
        plain += text[index..<min(index + count, text.count)]
        index += count
    }

    private mutating func flush() {
        guard !plain.isEmpty else { return }
        var html: [UInt8] = []
        HTMLText.append(plain, to: &html)
        tokens.append(.html(html))
        plain = []
    }

    private mutating func escape() {
        guard index + 1 < text.count, Self.isPunctuation(text[index + 1]) else {
            if index + 1 < text.count, text[index + 1] == UInt8(ascii: "\n") {
                flush()
                tokens.append(.html(Array("<br>".utf8)))
                index += 1
            } else {
                take(1)
            }
            return
        }
        index += 1
        take(1)
    }

    private mutating func code() {
        let count = text[index...].prefix { $0 == UInt8(ascii: "`") }.count
        guard let end = backticks.next(ofLength: count, from: index + count) else {
            take(count)
            return
        }
        flush()
        var content = text[index + count..<end]
        if content.count > 2, content.first == UInt8(ascii: " "), content.last == UInt8(ascii: " ")
        {
            content = content.dropFirst().dropLast()
        }
        var html = Array("<code>".utf8)
        HTMLText.append(content, to: &html)
        html += "</code>".utf8
        tokens.append(.html(html))
        index = end + count
    }

    private mutating func marks() {
        let byte = text[index]
        let count = text[index...].prefix { $0 == byte }.count
        let before = index > 0 ? text[index - 1] : UInt8(ascii: " ")
        let after = index + count < text.count ? text[index + count] : UInt8(ascii: " ")
        let isLeft = after > 0x20 && (!Self.isPunctuation(after) || !Self.isWord(before))
        let isRight = before > 0x20 && (!Self.isPunctuation(before) || !Self.isWord(after))
        let isUnderscore = byte == UInt8(ascii: "_")
        flush()
        tokens.append(
            .marks(
                EmphasisMarks(
                    byte: byte, count: count,
                    canOpen: isLeft && !(isUnderscore && Self.isWord(before)),
                    canClose: isRight && !(isUnderscore && Self.isWord(after)))))
        index += count
    }

    private mutating func closeBracket() {
        guard let open = brackets.popLast() else {
            take(1)
            return
        }
        guard let (bytes, end) = LinkAddress.destination(of: text[(index + 1)...]),
            let address = LinkAddress(bytes)
        else {
            take(1)
            return
        }
        flush()
        // There is no link within a link, and no emphasis begins in one and ends outside.
        brackets = []
        for position in tokens.index(after: open)..<tokens.endIndex {
            guard case .address(let address) = tokens[position] else { continue }
            var html: [UInt8] = []
            HTMLText.append(address, to: &html)
            tokens[position] = .html(html)
        }
        EmphasisPairing.pair(&tokens, in: tokens.index(after: open)..<tokens.endIndex)
        tokens[open] = .html(address.tag)
        tokens.append(.html(Array("</a>".utf8)))
        index = end
    }

    private mutating func bracketedAddress() {
        let inner = text[(index + 1)...].prefix(2000).prefix {
            $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "<")
        }
        guard inner.endIndex < text.count, text[inner.endIndex] == UInt8(ascii: ">"),
            LinkAddress(inner) != nil
        else {
            take(1)
            return
        }
        flush()
        tokens.append(.address(Array(inner)))
        index = inner.endIndex + 1
    }

    private mutating func bareAddress() {
        guard index == 0 || !Self.isWord(text[index - 1]),
            let address = LinkAddress.leading(text[index...])
        else {
            take(1)
            return
        }
        flush()
        tokens.append(.address(Array(address)))
        index = address.endIndex
    }

    private mutating func lineBreak() {
        let blanks = plain.reversed().prefix { $0 == UInt8(ascii: " ") }.count
        plain.removeLast(blanks)
        flush()
        tokens.append(.html(Array((blanks >= 2 ? "<br>\n" : "\n").utf8)))
        index += 1
    }

    private static func isPunctuation(_ byte: UInt8) -> Bool {
        (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
            || (0x7B...0x7E).contains(byte)
    }

    private static func isWord(_ byte: UInt8) -> Bool { byte > 0x20 && !isPunctuation(byte) }
}
