extension InlineParser {
    /// A longer run of marks is text.
    private static let longestRun = 64

    /// Takes a run of `*`, `_` or `~`: it ends what it can end, and begins something with the
    /// rest.
    mutating func delimiters(isEnd: Bool) -> Bool {
        let byte = bytes[scan]
        let end = endOfRun(of: byte)
        guard end < bytes.count || isEnd || end - scan == Self.longestRun else { return false }
        let (canOpen, canClose) = directions(of: byte, to: end)
        while scan < end, canClose, let index = opener(of: byte, for: end - scan, canOpen) {
            close(index, with: end - scan)
        }
        if scan < end, canOpen {
            push(byte, to: end, canClose: canClose)
        } else if scan < end {
            show(to: end)
        }
        return true
    }

    /// Where the run of a byte ends that begins at the scan.
    func endOfRun(of byte: UInt8) -> Int {
        var end = scan + 1
        while end < bytes.count, bytes[end] == byte, end - scan < Self.longestRun { end += 1 }
        return end
    }

    /// Whether a run may begin something, and whether it may end something.
    private func directions(of byte: UInt8, to end: Int) -> (canOpen: Bool, canClose: Bool) {
        let length = end - scan
        let (before, after) = (classBefore(scan), CharacterClass(at: end, in: bytes))
        guard length <= 3, byte != ASCII.tilde || length == 2 else { return (false, false) }
        if isInAddress, after == .word || after == .punctuation && bytes[end] == ASCII.slash {
            return (false, false)
        }
        let opens = after != .space && (after != .punctuation || before != .word)
        let closes = before != .space && (before != .punctuation || after != .word)
        guard byte == ASCII.underscore else {
            // In 2*3*4 and a**b the marks are operators, in **S**wift the first one is not.
            return (opens && !(before == .word && after == .word), closes)
        }
        let (left, right) = (
            before == .word || before == .letter, after == .word || after == .letter
        )
        return (opens && !left, closes && !right)
    }

    /// The mark that a run ends.
    private func opener(of byte: UInt8, for count: Int, _ canOpen: Bool) -> Int? {
        openers.lastIndex { opener in
            guard opener.byte == byte else { return false }
            guard byte != ASCII.tilde else { return true }
            // A run that could do both makes no pair with one of which only a part is left over.
            let sum = opener.length + count
            return !(opener.canClose || canOpen) || sum % 3 != 0
                || opener.length % 3 == 0 && count % 3 == 0
        }
    }

    /// Ends what a mark began, with as many bytes of the run as it takes.
    private mutating func close(_ index: Int, with count: Int) {
        let opener = openers[index]
        let used = min(opener.count, count, 2)
        let style: MarkdownStyle =
            opener.byte == ASCII.tilde ? .strike : used == 2 ? .strong : .emphasis
        for node in nodes.indices.dropFirst(opener.node + 1) { nodes[node].style.insert(style) }
        openers.removeSubrange((index + 1)...)
        nodes[opener.node].end -= used
        openers[index].count -= used
        if openers[index].count == 0 { openers.removeLast() }
        scan += used
    }
}
