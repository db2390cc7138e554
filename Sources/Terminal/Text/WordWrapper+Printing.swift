extension WordWrapper {
    /// Prints what is not out yet of the word, on the next line if it has no room on this one.
    mutating func printWord() {
        if let lineBreak {
            output.append(CollectionOfOne(0x0A), .none)
            output.append(lineBreak)
            column = lineBreak.cells
            gap.clear()
        }
        printGap()
        isPlaced = true
        output.append(word, printed..<word.bytes.count)
        printed = word.bytes.count
    }

    /// Prints the white space before the word.
    mutating func printGap() {
        guard !gap.isEmpty else { return }
        output.append(gap)
        column = columnAfterGap
        gap.clear()
    }

    /// Prints the white space at the end of a line, unless it would begin another one.
    mutating func printGapIfItFits() {
        if isVerbatim || columnAfterGap <= width ?? .max { printGap() }
    }

    /// The column after the white space.
    var columnAfterGap: Int {
        gap.bytes.reduce(column) { $0 + ($1 == 0x09 ? 8 - $0 % 8 : 1) }
    }

    /// The column after the word, which the terminal breaks at its edge.
    var columnAfterWord: Int { column(after: word.bytes[...]) }

    /// The cells of the word.
    var wordCells: Int { word.cells }

    /// The column after text that the terminal breaks at its edge.
    func column(after text: ArraySlice<UInt8>) -> Int {
        let width = width ?? .max / 2
        if column <= width, text.allSatisfy({ $0 >= 0x20 && $0 < 0x80 }) {
            return text.isEmpty ? column : (column + text.count - 1) % width + 1
        }
        return String(decoding: text, as: UTF8.self).reduce(column) { column, character in
            let cells = character == "\t" ? 8 - column % 8 : CellWidth.of(character)
            return column + cells > width ? cells : column + cells
        }
    }

    /// What the next line begins with, if the word is better off there.
    private var lineBreak: InkedText? {
        guard let width, !isVerbatim, !isPlaced else { return nil }
        let cells = wordCells
        guard columnAfterGap + cells > width else { return nil }
        let indentation = indentation(within: width)
        let room = width - indentation.cells
        if room < cells, cells <= width { return InkedText() }
        return columnAfterGap > width - room ? indentation : nil
    }

    /// What the lines begin with that this one goes on with; nothing where it would take too much.
    private func indentation(within width: Int) -> InkedText {
        guard let hanging else { return InkedText(line.indentation(within: width)) }
        return hanging.cells * 2 > width ? InkedText() : hanging
    }
}

extension WordWrapper {
    /// Prints text as it is.
    mutating func addVerbatim(_ text: ArraySlice<UInt8>, _ ink: Ink) {
        endWord()
        printGap()
        output.append(text, ink)
        column = column(after: text)
    }

    /// Prints what stands before the text of a line.
    ///
    /// The lines that the line goes on with begin with the same where it `repeats`, else with
    /// blanks in its place.
    mutating func addMark(_ text: [UInt8], _ ink: Ink, repeats: Bool = false) {
        let start = column
        addVerbatim(text[...], ink)
        if repeats {
            hanging?.append(text, ink)
        } else {
            hanging?.appendBlanks(column - start)
        }
    }
}

extension WordWrapper {
    /// Prints a line that is laid out already.
    mutating func print(_ line: InkedText) {
        endWord()
        printGap()
        output.append(line)
    }

    /// Takes styled text, and prints of it what can be printed.
    mutating func add(_ text: InkedText) {
        var start = 0
        for run in text.runs {
            add(text.bytes[start..<run.end], run.ink)
            start = run.end
        }
    }
}
