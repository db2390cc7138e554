extension InlineParser {
    private static let schemes = ["http://", "https://", "mailto:"].map { Array($0.utf8) }

    /// Takes an exclamation mark, which before a bracket belongs to it.
    mutating func image(isEnd: Bool) -> Bool {
        guard scan + 1 < bytes.count || isEnd else { return false }
        if scan + 1 < bytes.count, bytes[scan + 1] == ASCII.openBracket {
            push(ASCII.openBracket, to: scan + 2, canClose: false)
        } else {
            show(to: scan + 1)
        }
        return true
    }

    /// Takes a closing bracket: with an address behind it, it ends the text of a link.
    mutating func endLink(isEnd: Bool) -> Bool {
        guard let index = openers.lastIndex(where: { $0.byte == ASCII.openBracket }) else {
            show(to: scan + 1)
            return true
        }
        guard scan + 1 < bytes.count || isEnd else { return false }
        guard scan + 1 < bytes.count, bytes[scan + 1] == ASCII.openParenthesis else {
            openers.remove(at: index)
            show(to: scan + 1)
            return true
        }
        switch LinkTarget(at: scan + 1, in: bytes, isWhole: isEnd) {
        case .incomplete: return false
        case .none:
            openers.remove(at: index)
            show(to: scan + 1)
        case .found(let address, let end):
            let node = openers[index].node
            for index in nodes.indices.dropFirst(node + 1) { nodes[index].style.insert(.link) }
            // There is no link in a link.
            openers.removeSubrange(index...)
            openers.removeAll { $0.byte == ASCII.openBracket }
            nodes[node].kind = .link
            (nodes[node].start, nodes[node].end) = (address.lowerBound, address.upperBound)
            nodes.append(InlineNode(kind: .linkEnd, start: scan, end: scan))
            scan = end
        }
        return true
    }

    /// Takes `<`, which may begin an address in angle brackets.
    mutating func autolink(isEnd: Bool) -> Bool {
        let rest = bytes[(scan + 1)...]
        guard let scheme = Self.schemes.first(where: { Self.agree($0, rest) }) else {
            show(to: scan + 1)
            return true
        }
        let address = rest.prefix(LinkTarget.mostBytes).prefix { $0 > 0x20 && $0 != ASCII.less }
        let end = address.firstIndex(of: ASCII.greater) ?? address.endIndex
        guard end < bytes.count || isEnd || rest.count > LinkTarget.mostBytes else { return false }
        guard end < bytes.count, bytes[end] == ASCII.greater, end - scan - 1 > scheme.count else {
            show(to: scan + 1)
            return true
        }
        nodes.append(InlineNode(kind: .link, start: scan + 1, end: end))
        nodes.append(InlineNode(start: scan + 1, end: end, style: .link))
        nodes.append(InlineNode(kind: .linkEnd, start: end, end: end))
        scan = end + 1
        return true
    }

    /// Takes a colon, which with two slashes makes an address of the word.
    mutating func colon(isEnd: Bool) -> Bool {
        let slashes = bytes[(scan + 1)...].prefix(2)
        let agrees = slashes.allSatisfy { $0 == ASCII.slash }
        if agrees, slashes.count < 2, !isEnd { return false }
        if agrees, slashes.count == 2 {
            isInAddress = true
            show(to: scan + 3)
        } else {
            show(to: scan + 1)
        }
        return true
    }

    /// Whether one of two texts begins with the other.
    private static func agree(_ scheme: [UInt8], _ text: ArraySlice<UInt8>) -> Bool {
        zip(scheme, text).allSatisfy { $0 == $1 }
    }
}
