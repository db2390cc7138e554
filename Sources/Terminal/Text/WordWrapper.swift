/// Breaks a stream of text between words, so that no word is parted at the edge of the terminal.
///
/// What was given out is never taken back: towards the end of a line a word is held until it is
/// complete, then printed with the space before it, or after a newline instead of that space.
/// Elsewhere, and within ``` fences, words are printed as they come. `flush()` gives out a held
/// word at a pause.
///
/// Newlines and the indentation of the source are kept, and the lines that a paragraph or a list
/// item goes on with get its indentation too. A word longer than a line is left to the terminal
/// to break, without a newline of ours in it, so that a URL can be copied whole. The result does
/// not depend on how the text was cut into chunks. The text must be clean: see ``Sanitizer``.
package struct WordWrapper: Sendable {
    private var width: Int?
    /// The column after everything printed except the word.
    private var column = 0
    private var gap = ""
    private var word = ""
    /// How many bytes of the word are out already.
    private var printed = 0
    /// Whether the place of the word is decided, so that the rest of it follows at once.
    private var isPlaced = false
    private var line = SourceLine()
    private var fence: CodeFence?
    private var output = ""

    /// Makes a wrapper that stands at the beginning of a line.
    package init() {}

    /// Takes the next chunk and gives back what can be printed, on a terminal `width` cells wide.
    ///
    /// The width may change from call to call; without one nothing is broken.
    package mutating func wrap(_ chunk: String, width: Int?) -> String {
        self.width = width.map { max(1, $0) }
        for scalar in chunk.unicodeScalars {
            take(scalar)
        }
        if word.isEmpty {
            if isVerbatim { printGap() }
        } else if isPlaced || CellWidth.of(word) > width ?? .max {
            printWord()
        }
        return takeOutput()
    }

    /// Gives out what is held; the rest of a word may still follow.
    package mutating func flush() -> String {
        if word.isEmpty {
            printGapIfItFits()
        } else {
            printWord()
        }
        return takeOutput()
    }

    /// Is told that somebody else has ended the line on the screen.
    package mutating func moveToFreshLine() {
        (column, gap, word, printed, isPlaced) = (0, "", "", 0, false)
    }

    /// The column after everything printed.
    var printedColumn: Int { printed > 0 ? columnAfterWord : column }

    /// Breaks a whole text.
    package static func wrap(_ text: String, width: Int?) -> String {
        var wrapper = WordWrapper()
        return wrapper.wrap(text, width: width) + wrapper.flush()
    }
}

extension WordWrapper {
    private var isVerbatim: Bool { fence != nil || width == nil }

    /// What goes before the word instead of the gap, if it is better off on the next line.
    private var lineBreak: String? {
        guard let width, !isVerbatim, !isPlaced else { return nil }
        let cells = CellWidth.of(word)
        guard columnAfterGap + cells > width else { return nil }
        let indentation = line.indentation(within: width)
        let room = width - CellWidth.of(indentation)
        if room < cells, cells <= width { return "\n" }
        return columnAfterGap > width - room ? "\n" + indentation : nil
    }

    /// The bytes of a word that is held at most.
    private static let longestHeldWord = 1024

    /// Whether a word can be printed as it comes, because nearly every word is shorter than that.
    private var hasRoomForAnyWord: Bool { columnAfterGap + 30 <= width ?? .max }

    private mutating func take(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\n":
            endWord()
            printGapIfItFits()
            output += "\n"
            (column, gap) = (0, "")
            line = SourceLine()
        case " ", "\t":
            endWord()
            gap.append(Character(scalar))
        default:
            if let last = word.unicodeScalars.last,
                LineBreak.isAllowed(between: last, and: scalar)
            {
                endWord()
            }
            if word.isEmpty { beginWord() }
            word.append(Character(scalar))
            // Marks without a width could make a word that is held, and measured, for ever.
            if !isPlaced, word.utf8.count > Self.longestHeldWord { printWord() }
        }
    }

    private mutating func beginWord() {
        line.beginWord(after: gap, at: columnAfterGap)
        if line.isAtFirstWord || isVerbatim || hasRoomForAnyWord {
            printGap()
            isPlaced = true
        }
    }

    private mutating func endWord() {
        guard !word.isEmpty else { return }
        printWord()
        column = columnAfterWord
        if line.isAtFirstWord { beginOrEndFence() }
        line.endWord(word)
        (word, printed, isPlaced) = ("", 0, false)
    }

    private mutating func beginOrEndFence() {
        if let open = fence {
            if open.isClosed(by: word) { fence = nil }
        } else {
            fence = CodeFence(opening: word)
        }
    }

    /// Prints what is not out yet of the word, on the next line if it has no room on this one.
    private mutating func printWord() {
        if let lineBreak {
            output += lineBreak
            (column, gap) = (CellWidth.of(lineBreak), "")
        }
        printGap()
        isPlaced = true
        output += Substring(word.utf8.dropFirst(printed))
        printed = word.utf8.count
    }

    private mutating func printGap() {
        output += gap
        (column, gap) = (columnAfterGap, "")
    }

    private mutating func printGapIfItFits() {
        if isVerbatim || columnAfterGap <= width ?? .max { printGap() }
    }

    private var columnAfterGap: Int {
        gap.utf8.reduce(column) { $0 + ($1 == 0x09 ? 8 - $0 % 8 : 1) }
    }

    /// The column after the word, which the terminal breaks at its edge.
    private var columnAfterWord: Int {
        word.reduce(column) { column, character in
            let cells = CellWidth.of(character)
            return column + cells > width ?? .max ? cells : column + cells
        }
    }

    private mutating func takeOutput() -> String {
        defer { output = "" }
        return output
    }
}
