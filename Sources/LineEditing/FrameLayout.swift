import Terminal

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
        var rows = RowBuilder(
            prompt: prompt, columns: max(2, columns), scalars: buffer.scalars.count)
        rows.beginText()
        put(buffer.scalars, into: &rows)
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

    /// Puts a text: plain letters one by one, and only the rest as the characters that it forms.
    private func put(_ scalars: [Unicode.Scalar], into rows: inout RowBuilder) {
        var index = 0
        while index < scalars.count {
            if Self.isCharacter(at: index, of: scalars) {
                rows.put(plain: scalars[index])
                index += 1
                continue
            }
            var end = index + 1
            while end < scalars.count, !Self.isCharacter(at: end, of: scalars) { end += 1 }
            for character in String(scalars[index..<end]) {
                for (index, scalar) in character.unicodeScalars.enumerated() {
                    if index == 0 { put(character, scalar, into: &rows) } else { rows.repeatSpot() }
                }
            }
            index = end
        }
    }

    /// Whether a scalar is printable ASCII, and so is what is around it, or nearly: then it is a
    /// character by itself.
    private static func isCharacter(at index: Int, of scalars: [Unicode.Scalar]) -> Bool {
        let isPlain = (0x20..<0x7F).contains(scalars[index].value)
        let isJoined = index > 0 && scalars[index - 1].value >= 0x300
        return isPlain && !isJoined
            && (index + 1 == scalars.count || scalars[index + 1].value < 0x300)
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
        } else if first != Sanitizer.blackFlag,
            character.unicodeScalars.contains(where: \.isInvisible)
        {
            // Hidden letters that hang on to a visible one.
            let shown = String(character.unicodeScalars.filter { !$0.isInvisible })
            rows.put(shown + "\u{FFFD}", width: CellWidth.of(shown) + 1)
        } else {
            rows.put(character)
        }
    }

    private func row(below text: String) -> Frame.Row {
        let text = Sanitizer.cleanLine(text).fitted(to: columns - 1)
        return Frame.Row(text: "\u{1b}[2m\(text.text)\u{1b}[22m", width: text.width)
    }
}

extension Unicode.Scalar {
    /// Whether it has a cell, or a part of one, that shows it.
    var isShownAsItIs: Bool { value >= 0x20 && value != 0x7F && !isInvisible }

    /// Whether it is a fold that is lost, or nothing that a terminal shows.
    fileprivate var isInvisible: Bool { !isText || Sanitizer.isHostile(self) }
}
