import Terminal

/// Fills rows with cells, from the left, and notes where each scalar of the buffer stands.
struct RowBuilder {
    private static let tabWidth = 4

    /// Where each scalar put so far stands.
    private(set) var spots: [Frame.Spot] = []

    private let prompt: LinePrompt
    private let columns: Int
    private var rows: [Frame.Row] = []
    private var row = Frame.Row(text: "", width: 0)
    private var indent = 0
    private var continuation = ""

    /// Makes a builder whose first row is empty.
    init(prompt: LinePrompt, columns: Int, scalars count: Int) {
        self.prompt = prompt
        self.columns = columns
        spots.reserveCapacity(count + 1)
    }

    /// Puts the prompt.
    mutating func beginText() {
        if let style = prompt.style { row.text += "\u{1b}[\(style)m" }
        putCells(of: Sanitizer.cleanLine(prompt.text))
        if prompt.style != nil { row.text += "\u{1b}[0m" }
        let width = prompt.continuation.map { CellWidth.of($0) } ?? row.width
        // A narrow screen has no room for an indentation.
        guard rows.isEmpty, width <= columns / 2 else { return }
        indent = width
        continuation = prompt.continuation ?? String(repeating: " ", count: width)
    }

    /// Notes the end of the text, on a row of its own if the last one is full.
    mutating func endText() {
        if row.width >= columns { wrap() }
        spots.append(Frame.Spot(row: rows.count, column: row.width))
    }

    /// Closes the last row.
    consuming func finish() -> [Frame.Row] { rows + [row] }

    /// Puts a character of the text.
    mutating func put(_ character: Character) {
        put(String(character), width: CellWidth.of(character))
        // Terminals disagree about the width of clusters; the column is set again after them.
        let scalars = character.unicodeScalars
        if scalars.count > 1, scalars.contains(where: { $0.value > 0x2000 }) {
            row.text += "\u{1b}[\(row.width + 1)G"
        }
    }

    /// Puts a printable character of ASCII.
    mutating func put(plain scalar: Unicode.Scalar) {
        if row.width + 1 > columns { wrap() }
        spots.append(Frame.Spot(row: rows.count, column: row.width))
        row.text.unicodeScalars.append(scalar)
        row.width += 1
    }

    /// Puts what stands for a scalar of the text.
    mutating func put(_ text: String, width: Int) {
        if row.width + width > columns { wrap() }
        spots.append(Frame.Spot(row: rows.count, column: row.width))
        row.text += text
        row.width += width
    }

    /// Puts a label, reversed, on one row if it fits there.
    mutating func putBlock(_ label: String) {
        let width = CellWidth.of(label)
        if row.width + width > columns, row.width > indent { wrap() }
        spots.append(Frame.Spot(row: rows.count, column: row.width))
        row.text += "\u{1b}[7m"
        putCells(of: label)
        row.text += "\u{1b}[27m"
    }

    /// Puts a tab, as spaces up to the next stop.
    mutating func putTab() {
        let width = Self.tabWidth - max(0, row.width - indent) % Self.tabWidth
        put(String(repeating: " ", count: width), width: width)
    }

    /// Ends the row at a newline of the text.
    mutating func putNewline() {
        if row.width >= columns { wrap() }
        spots.append(Frame.Spot(row: rows.count, column: row.width))
        open(with: continuation)
    }

    /// Notes one more scalar of the character put last.
    mutating func repeatSpot() {
        if let last = spots.last { spots.append(last) }
    }

    /// Puts a hint into the rest of the row.
    mutating func putFaintly(_ text: String) {
        let hint = Sanitizer.cleanLine(text).fitted(to: columns - row.width - 1)
        row.text += "\u{1b}[2m\(hint.text)\u{1b}[22m"
        row.width += hint.width
    }

    private mutating func putCells(of text: String) {
        for character in text {
            let width = CellWidth.of(character)
            if row.width + width > columns { wrap() }
            row.text.append(character)
            row.width += width
        }
    }

    private mutating func wrap() {
        open(with: String(repeating: " ", count: indent))
    }

    private mutating func open(with text: String) {
        rows.append(row)
        row = Frame.Row(text: text, width: indent)
    }
}

extension String {
    /// The start of it that fits into some columns, and how many it takes.
    func fitted(to columns: Int) -> (text: String, width: Int) {
        var (text, width) = ("", 0)
        for character in self {
            let next = width + CellWidth.of(character)
            guard next <= columns else { break }
            text.append(character)
            width = next
        }
        return (text, width)
    }
}
