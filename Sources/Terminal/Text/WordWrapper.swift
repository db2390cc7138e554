import Markdown

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
    /// The cells of a line, where there is an end of it.
    var width: Int?
    /// The column after everything printed except the word.
    var column = 0
    /// The white space before the word.
    var gap = InkedText()
    /// The word that has begun.
    var word = InkedText()
    /// The last scalar of the word.
    var last: Unicode.Scalar = " "
    /// How many bytes of the word are out already.
    var printed = 0
    /// Whether the place of the word is decided, so that the rest of it follows at once.
    var isPlaced = false
    /// What is remembered of the line of the source.
    var line = SourceLine()
    /// What was printed since it was last taken.
    var output = InkedText()
    /// What the lines begin with that the one at hand goes on with, where that is told from outside.
    var hanging: InkedText?
    private var fence: CodeFence?

    /// Makes a wrapper that stands at the beginning of a line.
    package init() {}

    /// Takes the next chunk and gives back what can be printed, on a terminal `width` cells wide.
    ///
    /// The width may change from call to call; without one nothing is broken.
    package mutating func wrap(_ chunk: String, width: Int?) -> String {
        self.width = width.map { max(1, $0) }
        add(Array(chunk.utf8)[...], .none)
        return String(decoding: takeOutput().bytes, as: UTF8.self)
    }

    /// Gives out what is held; the rest of a word may still follow.
    package mutating func flush() -> String {
        printHeld()
        return String(decoding: takeOutput().bytes, as: UTF8.self)
    }

    /// Is told that somebody else has ended the line on the screen.
    package mutating func moveToFreshLine() {
        column = 0
        gap.clear()
        clearWord()
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
    /// Takes text, and prints of it what can be printed.
    mutating func add(_ text: ArraySlice<UInt8>, _ ink: Ink) {
        var rest = text
        while let byte = rest.first {
            switch byte {
            case 0x0A:
                endLine()
                rest.removeFirst()
            case 0x20, 0x09:
                endWord()
                gap.append(CollectionOfOne(byte), ink)
                rest.removeFirst()
            default: takePart(of: &rest, ink)
            }
        }
        if word.isEmpty {
            if isVerbatim { printGap() }
        } else if isPlaced || wordCells > width ?? .max {
            printWord()
        }
    }

    /// Prints what is held; the rest of a word may still follow.
    mutating func printHeld() {
        if word.isEmpty {
            printGapIfItFits()
        } else {
            printWord()
        }
    }

    /// Ends the line.
    mutating func endLine() {
        endWord()
        printGapIfItFits()
        output.append(CollectionOfOne(0x0A), .none)
        column = 0
        gap.clear()
        line = SourceLine()
    }

    /// Takes what was printed.
    mutating func takeOutput() -> InkedText {
        defer { output.clear() }
        return output
    }

    /// The bytes of a word that is held at most.
    private static let longestHeldWord = 1024

    /// Whether a word can be printed as it comes, because nearly every word is shorter than that.
    private var hasRoomForAnyWord: Bool { columnAfterGap + 30 <= width ?? .max }

    /// Takes bytes of one word: all letters of ASCII that follow each other, or one scalar.
    private mutating func takePart(of rest: inout ArraySlice<UInt8>, _ ink: Ink) {
        let first = rest[rest.startIndex]
        let isLetter = first < 0x80
        let part = isLetter ? rest.prefix { $0 > 0x20 && $0 < 0x80 } : Self.scalar(rest)
        let scalar = isLetter ? Unicode.Scalar(first) : Self.decode(part)
        if !word.isEmpty, !isLetter || last.value >= 0x80,
            LineBreak.isAllowed(between: last, and: scalar)
        {
            endWord()
        }
        if word.isEmpty { beginWord() }
        word.append(part, ink)
        last = isLetter ? Unicode.Scalar(part[part.endIndex - 1]) : scalar
        rest = rest[part.endIndex...]
        // Marks without a width could make a word that is held, and measured, for ever.
        if !isPlaced, word.bytes.count > Self.longestHeldWord { printWord() }
    }

    /// The bytes of the scalar that a text begins with.
    private static func scalar(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let first = text[text.startIndex]
        return text.prefix(first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4)
    }

    private static func decode(_ bytes: ArraySlice<UInt8>) -> Unicode.Scalar {
        let mark: UInt8 = bytes.count < 3 ? 0x1F : bytes.count == 3 ? 0x0F : 0x07
        let first = UInt32(bytes[bytes.startIndex] & mark)
        let value = bytes.dropFirst().reduce(first) { $0 << 6 | UInt32($1 & 0x3F) }
        return Unicode.Scalar(value) ?? "\u{FFFD}"
    }

    private mutating func beginWord() {
        if hanging == nil, line.isAboutToIndent {
            line.beginWord(after: String(decoding: gap.bytes, as: UTF8.self), at: columnAfterGap)
        }
        if line.isAtFirstWord || isVerbatim || hasRoomForAnyWord {
            printGap()
            isPlaced = true
        }
    }

    /// Ends the word that has begun.
    mutating func endWord() {
        guard !word.isEmpty else { return }
        printWord()
        column = columnAfterWord
        if line.isAtFirstWord {
            let first = String(decoding: word.bytes, as: UTF8.self)
            if hanging == nil { beginOrEndFence(first) }
            line.endWord(first)
        } else {
            line.endWord("")
        }
        clearWord()
    }

    private mutating func clearWord() {
        word.clear()
        (printed, isPlaced) = (0, false)
    }

    private mutating func beginOrEndFence(_ word: String) {
        if let open = fence {
            if open.isClosed(by: word.utf8) { fence = nil }
        } else {
            fence = CodeFence(opening: word.utf8)
        }
    }
}

extension WordWrapper {
    /// Whether lines are left as they are.
    var isVerbatim: Bool { fence != nil || width == nil }
}
