/// Reads the Markdown of a reply as it comes, and gives out at once what is decided.
///
/// What counts as markup, and is not shown as it is:
/// - at the beginning of a line `#` to `######` and a blank (a heading), `>` and a blank (a
///   quotation), `-`, `*` or `+` and a blank (a list item), `[ ]` or `[x]` behind that (a task),
///   a line of three or more `-`, `*` or `_` (a rule), and the lines of ``` or ~~~ around code;
/// - in a line pairs of `*`, `_`, `**`, `__`, `***` and `~~`, pairs of equally many backticks,
///   `[text](address)`, `![text](address)` and `<https://address>`, and a backslash before one of
///   `*`, `_`, `` ` ``, `~`, `#`, `|`, `<` and `>`;
/// - in a table the bars, the blanks beside them and the line under the titles.
///
/// Everything else is text, and so is a mark whose other half is not in the same line and near;
/// so are HTML, footnotes, entities, formulas and headings that are underlined. Newlines stay:
/// models end a line where they mean to. Blanks at the beginning of a line stay too, and with them
/// the nesting of lists.
///
/// The result does not depend on how the text was cut into chunks, and little is held back: a
/// beginning of a line that may become several things, a mark with what follows it until its other
/// half comes, and a table, whose columns are as wide as its widest cells.
package struct MarkdownParser: Sendable {
    /// What the next byte is part of.
    enum Mode {
        /// The beginning of a line, whose kind is not decided.
        case start
        /// Text of a line.
        case text
        /// The rest of a line that is shown as it is.
        case verbatim
        /// The beginning of a line in a block of code, which may end it.
        case codeStart
        /// A line of code.
        case code
        /// A table, or what may become one.
        case table
    }

    /// What the next byte is part of.
    var mode = Mode.start
    /// What was made of the chunk at hand.
    var text = MarkdownText()
    /// The bytes of a line whose kind is not decided.
    var held: [UInt8] = []
    /// The text of the line at hand.
    var inline = InlineParser()
    /// What all text of the line at hand means.
    var lineStyle: MarkdownStyle = []
    /// How many marks of quotations the line at hand began with.
    var quoteDepth = 0
    /// Whether anything of the line at hand was given out.
    var hasMark = false
    /// Whether the lines at hand are in a list, where indentation is nesting.
    var isInList = false
    /// Whether the line before was empty, or code by its indentation.
    var isAfterGap = true
    /// The block of code that is open.
    var block: CodeBlock?
    /// The table that is open, or may become one.
    var table = TableLines()

    /// Makes a parser at the beginning of a text.
    package init() {}

    /// Takes the next chunk, which is clean, and gives back what is decided.
    package mutating func parse(_ chunk: String) -> MarkdownText {
        take(Array(chunk.utf8)[...])
        if mode == .text { inline.giveOutDecided(to: &text, as: lineStyle) }
        return giveOut()
    }

    /// Ends the text, and gives back what was held.
    package mutating func finish() -> MarkdownText {
        // What ends in one mode may go on in another: a row that was none is text.
        while mode == .table { endTable(isWhole: true) }
        if mode == .codeStart, !held.isEmpty { endCodeStart(atNewline: false) }
        if mode == .start, !held.isEmpty { endStart() }
        if mode == .text { inline.finish(to: &text, as: lineStyle) }
        if mode == .code { block?.lexer.endLine(to: &text) }
        defer { self = MarkdownParser() }
        return giveOut()
    }

    private mutating func giveOut() -> MarkdownText {
        defer { text = MarkdownText() }
        return text
    }

    /// Takes bytes, part by part of what they belong to.
    mutating func take(_ bytes: ArraySlice<UInt8>) {
        var rest = bytes
        while let first = rest.first {
            switch mode {
            case .text, .verbatim, .code:
                let line = rest.prefix { $0 != ASCII.newline }
                takeText(line)
                rest = rest[line.endIndex...]
                if !rest.isEmpty {
                    rest.removeFirst()
                    endLine()
                }
            case .start:
                rest.removeFirst()
                takeStart(first)
            case .codeStart:
                rest.removeFirst()
                takeCodeStart(first)
            case .table:
                rest.removeFirst()
                takeTable(first)
            }
        }
    }

    private mutating func takeText(_ line: ArraySlice<UInt8>) {
        switch mode {
        case .code: block?.lexer.add(line, to: &text)
        case .verbatim: text.appendVerbatim(line, lineStyle)
        default: inline.add(line)
        }
    }

    /// Ends a line of text or of code.
    mutating func endLine() {
        switch mode {
        case .code: block?.lexer.endLine(to: &text)
        case .text: inline.finish(to: &text, as: lineStyle)
        default: break
        }
        text.append(.newline)
        beginLine(isAfterGap: lineStyle == .code)
    }

    /// Goes to the beginning of a line.
    mutating func beginLine(isAfterGap: Bool) {
        mode = block == nil ? .start : .codeStart
        held.removeAll(keepingCapacity: true)
        (lineStyle, quoteDepth, hasMark) = ([], 0, false)
        self.isAfterGap = isAfterGap
    }
}
