/// A block of code between two fences, taken out of a text.
///
/// What opens and closes one is what ``MarkdownParser`` takes for it, also in quotations and lists.
package struct FencedCode: Hashable, Sendable {
    /// The marks of which each block begins with one.
    package static let marks = ["```", "~~~"]

    /// The name of the language; empty where the fence names none.
    package let language: String
    /// Its lines, without the marks and the indentation of what it is in.
    package let lines: [String]

    /// The code, without a line break at its end.
    package var text: String { lines.joined(separator: "\n") }

    /// The blocks of a text; the last one may lack its end.
    package static func blocks(in text: String) -> [FencedCode] {
        var blocks: [FencedCode] = []
        var open: (fence: OpeningFence, lines: [String])?
        func close() {
            if let open { blocks.append(FencedCode(open.fence, open.lines)) }
            open = nil
        }
        for line in lines(of: Array(text.utf8)) {
            guard let fence = open?.fence else {
                open = OpeningFence(line).map { ($0, []) }
                continue
            }
            guard let bare = MarkdownParser.unquoted(line, fence.quoteDepth) else {
                close()
                open = OpeningFence(line).map { ($0, []) }
                continue
            }
            if fence.mark.isClosed(by: bare.drop(while: ASCII.isBlank)) {
                close()
            } else {
                open?.lines.append(String(decoding: fence.outdented(bare), as: UTF8.self))
            }
        }
        close()
        return blocks
    }

    /// Whether a line of a text opens a block.
    package static func isIn(_ text: String) -> Bool {
        lines(of: Array(text.utf8)).contains { OpeningFence($0) != nil }
    }

    private init(_ fence: OpeningFence, _ lines: [String]) {
        language = fence.mark.language
        self.lines = lines
    }

    private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        bytes.split(separator: ASCII.newline, omittingEmptySubsequences: false)
            .map { $0.last == ASCII.carriageReturn ? $0.dropLast() : $0 }
    }
}

/// A line that opens a block of code.
private struct OpeningFence {
    /// The fence itself.
    let mark: CodeFence
    /// How many quotations it is in.
    let quoteDepth: Int
    /// How far it is indented in them, marks of lists included.
    private let indent: Int

    /// Reads a line, or gives `nil` for any other one.
    init?(_ line: ArraySlice<UInt8>) {
        var (rest, depth, indent) = (line, 0, 0)
        while true {
            let bare = rest.drop(while: ASCII.isBlank)
            guard !bare.isEmpty else { return nil }
            indent += bare.startIndex - rest.startIndex
            switch LineStart(bare, isWhole: true, isDeep: false) {
            case .quote(let length):
                (rest, depth, indent) = (bare.dropFirst(length), depth + 1, 0)
            case .bullet(let length), .number(let length), .task(let length, _):
                (rest, indent) = (bare.dropFirst(length), indent + length)
            case .fence(let mark):
                (self.mark, quoteDepth, self.indent) = (mark, depth, indent)
                return
            default: return nil
            }
        }
    }

    /// A line of the block without the indentation that its fence has too.
    func outdented(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        line.dropFirst(line.prefix(indent).prefix(while: ASCII.isBlank).count)
    }
}
