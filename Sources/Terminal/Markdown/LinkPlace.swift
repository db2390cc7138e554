/// Where a link of a reply leads, and whether a person sees it.
struct LinkPlace {
    /// The address, and a title where it has one.
    let address: [UInt8]
    /// The text that leads there, as far as it came.
    var text: [UInt8] = []

    private static let schemes = ["http://", "https://", "mailto:"].map { Array($0.utf8) }
    private static let mostBytes = 2048

    /// Whether a terminal may be told the address: one of the web or of a mailbox, in characters
    /// that have no meaning to a terminal and no look-alikes.
    var isSafe: Bool {
        let start = address.prefix(8).map { $0 | ((0x41...0x5A).contains($0) ? 0x20 : 0) }
        return address.count <= Self.mostBytes && address.allSatisfy { $0 > 0x20 && $0 < 0x7F }
            && Self.schemes.contains { start.starts(with: $0) && address.count > $0.count }
    }

    /// Whether the text is the address.
    var isSame: Bool { Self.bare(text) == Self.bare(address) }

    /// Whether the text could be taken for another address than the one that it leads to.
    var isDeceptive: Bool {
        guard !text.contains(0x20), !isSame else { return false }
        return text.contains(UInt8(ascii: ".")) || text.contains(UInt8(ascii: "/"))
            || text.contains { $0 >= 0x80 }
    }

    /// An address without what does not matter to a reader.
    private static func bare(_ address: [UInt8]) -> ArraySlice<UInt8> {
        let scheme = schemes.first { address.starts(with: $0) } ?? []
        let rest = address.dropFirst(scheme.count)
        return rest.last == UInt8(ascii: "/") ? rest.dropLast() : rest
    }
}
