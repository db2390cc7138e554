/// The text that is being edited, and where the cursor is in it.
struct EditBuffer: Equatable, Sendable {
    /// The text; a fold stands in it as one scalar.
    var scalars: [Unicode.Scalar] = []
    /// How many scalars are before the cursor.
    var cursor = 0
    /// Whether the text begins with what was pasted.
    var beginsWithPaste = false
}

extension EditBuffer {
    /// Makes a buffer whose cursor is at the end.
    init(_ text: some Sequence<Unicode.Scalar>, beginsWithPaste: Bool = false) {
        scalars = Array(text)
        cursor = scalars.count
        self.beginsWithPaste = beginsWithPaste
    }

    /// Whether there is no text.
    var isEmpty: Bool { scalars.isEmpty }

    /// Where the line of the cursor begins.
    var lineStart: Int { (scalars[..<cursor].lastIndex(of: "\n") ?? -1) + 1 }

    /// Where the line of the cursor ends, before its newline.
    var lineEnd: Int { scalars[cursor...].firstIndex(of: "\n") ?? scalars.count }

    /// Where the character before the cursor begins.
    var characterStart: Int {
        guard cursor > lineStart else { return max(0, cursor - 1) }
        let line = String(scalars[lineStart..<cursor])
        return cursor - (line.last?.unicodeScalars.count ?? 0)
    }

    /// Where the character after the cursor ends.
    var characterEnd: Int {
        guard cursor < lineEnd else { return min(scalars.count, cursor + 1) }
        let line = String(scalars[cursor..<lineEnd])
        return cursor + (line.first?.unicodeScalars.count ?? 0)
    }

    /// The text before the cursor.
    var head: String { String(scalars[..<cursor]) }

    /// Inserts scalars at the cursor, which goes behind them.
    mutating func insert(_ new: [Unicode.Scalar]) {
        scalars.insert(contentsOf: new, at: cursor)
        cursor += new.count
    }

    /// Replaces characters before the cursor, which goes to the end of the new text.
    mutating func replaceBeforeCursor(characters count: Int, with text: String) {
        let start = cursor - String(head.suffix(count)).unicodeScalars.count
        scalars.replaceSubrange(start..<cursor, with: text.unicodeScalars)
        cursor = start + text.unicodeScalars.count
    }

    /// Moves the cursor out of the inside of a character, on in the direction it came.
    mutating func leaveCharacter(comingFrom old: Int) {
        let start = lineStart
        var edge = start
        for character in String(scalars[start..<lineEnd]) where edge < cursor {
            let next = edge + character.unicodeScalars.count
            if next > cursor { cursor = old < cursor ? next : edge }
            edge = next
        }
    }
}

extension String {
    /// Makes text of scalars.
    init(_ scalars: some Sequence<Unicode.Scalar>) {
        var view = UnicodeScalarView()
        view.append(contentsOf: scalars)
        self.init(view)
    }
}
