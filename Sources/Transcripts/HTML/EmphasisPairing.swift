/// Pairs the marks of emphasis of a paragraph.
///
/// Each mark is put on the stack once and taken off once, so that a text of nothing but marks
/// costs no more than another one.
struct EmphasisPairing {
    private var openers: [Int] = []
    private var active: [UInt8: Int] = [:]

    /// Pairs marks among some of the tokens, and lets none of those be paired again.
    static func pair(_ tokens: inout [InlineToken], in range: Range<Int>) {
        var pairing = EmphasisPairing()
        for index in range {
            guard case .marks(let marks) = tokens[index], marks.isActive else { continue }
            if marks.canClose { pairing.close(index, &tokens) }
            guard case .marks(var rest) = tokens[index] else { continue }
            if rest.canOpen, rest.count > 0 { pairing.push(index, rest.byte) }
            rest.isActive = false
            tokens[index] = .marks(rest)
        }
    }

    private mutating func push(_ index: Int, _ byte: UInt8) {
        openers.append(index)
        active[byte, default: 0] += 1
    }

    private mutating func close(_ index: Int, _ tokens: inout [InlineToken]) {
        guard case .marks(var closer) = tokens[index] else { return }
        while closer.count > 0, active[closer.byte, default: 0] > 0 {
            guard let last = openers.last, case .marks(var opener) = tokens[last] else { break }
            guard opener.byte == closer.byte else {
                pop(opener.byte)
                continue
            }
            let width = min(opener.count, closer.count, 2)
            guard let tag = Self.tag(opener.byte, width) else {
                pop(opener.byte)
                continue
            }
            opener.count -= width
            closer.count -= width
            opener.opening = Array("<\(tag)>".utf8) + opener.opening
            closer.closing += "</\(tag)>".utf8
            tokens[last] = .marks(opener)
            if opener.count == 0 { pop(opener.byte) }
        }
        tokens[index] = .marks(closer)
    }

    private mutating func pop(_ byte: UInt8) {
        openers.removeLast()
        active[byte, default: 0] -= 1
    }

    private static func tag(_ byte: UInt8, _ width: Int) -> String? {
        if byte == UInt8(ascii: "~") { return width == 2 ? "del" : nil }
        return width == 2 ? "strong" : "em"
    }
}
