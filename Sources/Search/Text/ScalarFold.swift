/// What a scalar is to a search.
enum ScalarKind: UInt8 {
    /// It stands between words.
    case separator
    /// It is part of a word.
    case word
    /// It is a word by itself: scripts such as Chinese, Japanese, Korean and Thai put no spaces
    /// between their words.
    case dense
    /// It is as good as not there: accents, joiners, soft hyphens.
    case dropped
}

/// The plain spelling of one scalar, in UTF-8.
struct ScalarFold {
    /// The bytes, the first one lowest.
    let bytes: UInt32
    /// How many bytes there are.
    let count: UInt8
    /// What the scalar is.
    let kind: ScalarKind

    /// A scalar of which nothing is left.
    static let dropped = ScalarFold(bytes: 0, count: 0, kind: .dropped)

    /// Makes a fold of bytes.
    init(bytes: UInt32, count: UInt8, kind: ScalarKind) {
        self.bytes = bytes
        self.count = count
        self.kind = kind
    }

    /// Makes a fold of a text of at most four bytes.
    init(_ text: some Sequence<UInt8>, kind: ScalarKind) {
        var bytes: UInt32 = 0
        var count: UInt8 = 0
        for byte in text.prefix(4) {
            bytes |= UInt32(byte) << (8 * UInt32(count))
            count += 1
        }
        self.init(bytes: bytes, count: count, kind: kind)
    }
}
