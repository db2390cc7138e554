/// The characters of an excerpt, gathered around what it has to show.
struct ExcerptLine {
    /// One character.
    struct Glyph {
        /// What is shown.
        let character: Character
        /// Whether it was looked for.
        let isMatch: Bool

        /// Whether words end here.
        var isSpace: Bool { character == " " }
    }

    /// The characters, with the marks for what is left out.
    private(set) var glyphs: [Glyph] = []

    private let content: String
    private let hits: [MessageMatch.Hit]

    /// Gathers them.
    ///
    /// - Parameters:
    ///   - content: The text, in UTF-8.
    ///   - hits: What was found in it, in order.
    ///   - window: The bytes to show.
    ///   - size: How many characters to show.
    init(_ content: String, hits: [MessageMatch.Hit], around window: Range<Int>, size: Int) {
        self.content = content
        self.hits = hits
        let start =
            window.isEmpty ? firstWord(limit: size) : characterStart(at: window.lowerBound)
        let shown = forward(from: start, to: index(at: window.upperBound), limit: size)
        let left = size - shown.glyphs.count
        let behind = forward(from: shown.end, to: content.endIndex, limit: left + 1)
        let before = backward(from: start, limit: left + 1)
        // A third of what is left goes before, more where there is less behind.
        let lead = min(before.glyphs.count, max(left / 3, left - behind.glyphs.count))
        let trail = min(behind.glyphs.count, left - lead)

        var head = Array(before.glyphs.suffix(lead))
        let isCutBefore = lead < before.glyphs.count || before.end > content.startIndex
        if isCutBefore, before.glyphs.dropLast(lead).last?.isSpace != true,
            let space = head.firstIndex(where: \.isSpace)
        {
            head.removeFirst(space)
        }
        var tail = Array(behind.glyphs.prefix(trail))
        let isCutBehind = trail < behind.glyphs.count || behind.end < content.endIndex
        if isCutBehind, behind.glyphs.dropFirst(trail).first?.isSpace != true,
            let space = tail.lastIndex(where: \.isSpace)
        {
            tail.removeSubrange(space...)
        }
        join(head + shown.glyphs + tail, isCutBefore: isCutBefore, isCutBehind: isCutBehind)
    }

    private mutating func join(_ all: [Glyph], isCutBefore: Bool, isCutBehind: Bool) {
        let mark = Glyph(character: "…", isMatch: false)
        for glyph in all where !glyph.isSpace || glyphs.last?.isSpace == false {
            glyphs.append(glyph)
        }
        if glyphs.last?.isSpace == true { glyphs.removeLast() }
        if isCutBefore { glyphs.insert(mark, at: 0) }
        if isCutBehind { glyphs.append(mark) }
    }

    private func index(at offset: Int) -> String.Index {
        let count = content.utf8.count
        return content.utf8.index(content.startIndex, offsetBy: min(max(offset, 0), count))
    }

    /// Where the character of a byte begins.
    private func characterStart(at offset: Int) -> String.Index {
        let index = index(at: offset)
        guard index < content.endIndex else { return index }
        return content.index(before: content.index(after: index))
    }

    /// Where a text begins that has no place to show.
    private func firstWord(limit: Int) -> String.Index {
        var index = content.startIndex
        var steps = 0
        while index < content.endIndex, content[index].isWhitespace, steps < reach(limit) {
            content.formIndex(after: &index)
            steps += 1
        }
        return index
    }

    /// How many characters are looked at, so that a megabyte of spaces is not.
    private func reach(_ limit: Int) -> Int { 4 * limit + 64 }

    private func forward(
        from start: String.Index, to end: String.Index, limit: Int
    ) -> (glyphs: [Glyph], end: String.Index) {
        var glyphs: [Glyph] = []
        var index = start
        var steps = 0
        while index < end, glyphs.count < limit, steps < reach(limit) {
            let next = content.index(after: index)
            let glyph = glyph(index, next)
            if !glyph.isSpace || glyphs.last?.isSpace != true { glyphs.append(glyph) }
            index = next
            steps += 1
        }
        return (glyphs, index)
    }

    private func backward(
        from start: String.Index, limit: Int
    ) -> (glyphs: [Glyph], end: String.Index) {
        var glyphs: [Glyph] = []
        var index = start
        var steps = 0
        while index > content.startIndex, glyphs.count < limit, steps < reach(limit) {
            let previous = content.index(before: index)
            let glyph = glyph(previous, index)
            if !glyph.isSpace || glyphs.last?.isSpace != true { glyphs.append(glyph) }
            index = previous
            steps += 1
        }
        if index == content.startIndex, glyphs.last?.isSpace == true { glyphs.removeLast() }
        return (glyphs.reversed(), index)
    }

    private func glyph(_ start: String.Index, _ end: String.Index) -> Glyph {
        let character = content[start]
        let begin = content.utf8.distance(from: content.startIndex, to: start)
        let length = content.utf8.distance(from: start, to: end)
        return Glyph(
            character: character.isWhitespace ? " " : character,
            isMatch: isHit(begin..<(begin + length)))
    }

    private func isHit(_ range: Range<Int>) -> Bool {
        var low = 0
        var high = hits.count
        while low < high {
            let middle = (low + high) / 2
            if hits[middle].range.upperBound <= range.lowerBound {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low < hits.count && hits[low].range.lowerBound < range.upperBound
    }
}
