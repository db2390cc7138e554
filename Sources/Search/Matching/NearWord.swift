/// A word that was perhaps typed wrong.
struct NearWord: Hashable, Sendable {
    /// Shorter words have too many near ones.
    private static let minimumLength = 4

    /// The word as it was typed, in its plain spelling.
    let bytes: [UInt8]
    private let stem: EnglishStem

    /// Takes a word in its plain spelling.
    ///
    /// - Returns: `nil` for a word of fewer than four letters, and for one with digits: another
    ///   number is no slip.
    init?(_ bytes: [UInt8]) {
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard bytes.count(where: Self.beginsScalar) >= Self.minimumLength,
            !bytes.contains(where: digits.contains)
        else { return nil }
        self.bytes = bytes
        stem = EnglishStem(bytes)
    }

    /// Whether a word is this one, with other endings or without.
    func isForm(_ word: ArraySlice<UInt8>) -> Bool {
        WordPattern.stem(stem).matches(word)
    }

    /// Whether a word is this one, or at most one slip away from it: a letter added, left out or
    /// changed, or two neighbours swapped.
    func matches(_ word: ArraySlice<UInt8>) -> Bool {
        isNear(word) || isForm(word)
    }

    /// Of which each word that it matches has one.
    ///
    /// A slip leaves one half whole unless it swaps the letters between the halves.
    var parts: [[UInt8]] {
        let starts = bytes.indices.filter { Self.beginsScalar(bytes[$0]) }
        let half = starts.count / 2
        let (before, middle) = (starts[half - 1], starts[half])
        let after = half + 1 < starts.count ? starts[half + 1] : bytes.count
        let head = Array(bytes[..<middle])
        let swapped =
            bytes[..<before] + bytes[middle..<after] + bytes[before..<middle] + bytes[after...]
        let parts = [head, Array(bytes[middle...]), Array(swapped)]
        return stem.core.starts(with: head) ? parts : parts + [Array(stem.core)]
    }

    private func isNear(_ word: ArraySlice<UInt8>) -> Bool {
        // A letter takes at most four bytes.
        guard abs(word.count - bytes.count) <= 4 else { return false }
        var head = zip(bytes, word).prefix { $0 == $1 }.count
        var (left, right) = (bytes[head...], word.dropFirst(head))
        while head > 0, [left.first, right.first].contains(where: Self.isWithinScalar) {
            head -= 1
            (left, right) = (bytes[head...], word.dropFirst(head))
        }
        var tail = zip(left.reversed(), right.reversed()).prefix { $0 == $1 }.count
        while tail > 0, Self.isWithinScalar(left[left.endIndex - tail]) { tail -= 1 }
        return Self.isSlip(left.dropLast(tail), right.dropLast(tail))
    }

    /// Whether the parts in which two spellings differ are one slip.
    private static func isSlip(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
        let starts = left.indices.filter { beginsScalar(left[$0]) }
        let counts = (starts.count, right.count(where: beginsScalar))
        if max(counts.0, counts.1) <= 1 { return true }
        return counts == (2, 2) && (left[starts[1]...] + left[..<starts[1]]).elementsEqual(right)
    }

    private static func beginsScalar(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }

    private static func isWithinScalar(_ byte: UInt8?) -> Bool {
        byte.map { !beginsScalar($0) } ?? false
    }
}
