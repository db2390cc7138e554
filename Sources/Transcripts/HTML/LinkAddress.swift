/// An address that a link may lead to.
struct LinkAddress {
    private let bytes: [UInt8]

    private static let schemes = ["http://", "https://", "mailto:"].map { Array($0.utf8) }
    private static let mostBytes = 2000

    /// Takes an address, or returns `nil` for one that does not lead to a page or a mailbox.
    init?(_ bytes: some Collection<UInt8>) {
        let start = bytes.prefix(8).map { $0 | ((0x41...0x5A).contains($0) ? 0x20 : 0) }
        guard bytes.count <= Self.mostBytes, bytes.allSatisfy({ $0 > 0x20 && $0 != 0x7F }),
            Self.schemes.contains(where: { start.starts(with: $0) && bytes.count > $0.count })
        else { return nil }
        self.bytes = Array(bytes)
    }

    /// The tag that begins a link to it.
    var tag: [UInt8] {
        var html = Array("<a rel=\"noopener noreferrer nofollow\" href=\"".utf8)
        HTMLText.append(bytes, to: &html)
        html += "\">".utf8
        return html
    }

    /// Adds a link that shows its own address.
    func appendLink(to html: inout [UInt8]) {
        html += tag
        HTMLText.append(bytes, to: &html)
        html += "</a>".utf8
    }

    /// The address that a text begins with, without the punctuation of the sentence around it.
    static func leading(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard text.starts(with: schemes[0]) || text.starts(with: schemes[1]) else { return nil }
        var address = text.prefix(mostBytes).prefix {
            $0 > 0x20 && !"<>[]\"'`|\\*".utf8.contains($0)
        }
        while let last = address.last, ".,;:!?)]}_~".utf8.contains(last) {
            // A closing bracket belongs to an address that has the opening one.
            if last == UInt8(ascii: ")"), address.contains(UInt8(ascii: "(")) { break }
            address.removeLast()
        }
        return address.count > schemes[1].count ? address : nil
    }

    /// The destination of a link in brackets, `(address "title")`, and where it ends.
    static func destination(
        of text: ArraySlice<UInt8>
    ) -> (address: ArraySlice<UInt8>, end: Int)? {
        guard text.first == UInt8(ascii: "(") else { return nil }
        let inner = text.dropFirst().prefix(mostBytes)
        var depth = 0
        for index in inner.indices {
            switch inner[index] {
            case UInt8(ascii: "("):
                guard depth == 0 else { return nil }
                depth += 1
            case UInt8(ascii: ")") where depth > 0: depth -= 1
            case UInt8(ascii: ")"):
                let parts = inner[..<index].split(separator: UInt8(ascii: " "), maxSplits: 1)
                return (parts.first ?? [], index + 1)
            case UInt8(ascii: "\n"): return nil
            default: break
            }
        }
        return nil
    }
}
