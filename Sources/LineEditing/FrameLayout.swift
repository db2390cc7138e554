/// Lays a buffer out on rows of a width.
struct FrameLayout {
    /// The columns of the screen.
    var columns: Int
    /// What stands around the text.
    var prompt: LinePrompt
    /// The folded texts.
    var folds = PasteFolds()
    /// What is suggested behind the text.
    var suggestion: String?
    /// Rows of plain text below the buffer's.
    var below: [String] = []
    /// Whether the placeholder and the rows below are shown.
    var isDecorated = true

    /// Lays out.
    func frame(of buffer: EditBuffer) -> Frame {
        var rows = RowBuilder(prompt: prompt, columns: max(2, columns))
        rows.beginText()
        for character in String(buffer.scalars) {
            let scalars = character.unicodeScalars
            for (index, scalar) in scalars.enumerated() {
                if index == 0 { put(character, scalar, into: &rows) } else { rows.repeatSpot() }
            }
        }
        rows.endText()
        var frame = Frame()
        frame.spots = rows.spots
        frame.cursor = rows.spots[min(buffer.cursor, buffer.scalars.count)]
        if isDecorated, buffer.isEmpty, let placeholder = prompt.placeholder {
            rows.putFaintly(placeholder)
        } else if isDecorated, let suggestion {
            rows.putFaintly(suggestion)
        }
        frame.rows = rows.finish()
        if isDecorated, let right = prompt.right { frame.rows[0].putRight(right, columns: columns) }
        if isDecorated { frame.rows += below.map(row(below:)) }
        return frame
    }

    private func put(
        _ character: Character, _ first: Unicode.Scalar, into rows: inout RowBuilder
    ) {
        if let label = folds.label(of: first) {
            rows.putBlock(label)
        } else if first == "\n" {
            rows.putNewline()
        } else if first == "\t" {
            rows.putTab()
        } else if first.value < 0x20 || first.value == 0x7F {
            rows.put("^\(Unicode.Scalar(UInt8(first.value ^ 0x40)))", width: 2)
        } else if first.isInvisible {
            rows.put("\u{FFFD}", width: 1)
        } else {
            rows.put(character)
        }
    }

    private func row(below text: String) -> Frame.Row {
        let text = text.fitted(to: columns - 1)
        return Frame.Row(text: "\u{1b}[2m\(text.text)\u{1b}[22m", width: text.width)
    }
}

extension Unicode.Scalar {
    /// Whether it has a cell, or a part of one, that shows it.
    var isShownAsItIs: Bool { value >= 0x20 && value != 0x7F && !isInvisible }

    /// Whether a terminal would obey it or show nothing: C1, bidirectional controls, folds lost.
    fileprivate var isInvisible: Bool {
        !isText || (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
    }
}
