/// A piece of a paragraph while its marks are being paired.
enum InlineToken {
    /// Finished HTML.
    case html([UInt8])
    /// An address that stands by itself; within a link it is only text.
    case address([UInt8])
    /// Marks of emphasis.
    case marks(EmphasisMarks)
    /// A bracket that may begin a link.
    case bracket

    /// The token as HTML.
    func append(to html: inout [UInt8]) {
        switch self {
        case .html(let bytes): html += bytes
        case .address(let address): LinkAddress(address)?.appendLink(to: &html)
        case .marks(let marks):
            html += marks.closing
            html += Array(repeating: marks.byte, count: marks.count)
            html += marks.opening
        case .bracket: html.append(UInt8(ascii: "["))
        }
    }
}

/// One or several `*`, `_` or `~` in a row.
struct EmphasisMarks {
    /// The byte that they are made of.
    let byte: UInt8
    /// How many of them have found no other side yet.
    var count: Int
    /// Whether they can begin an emphasis.
    let canOpen: Bool
    /// Whether they can end one.
    let canClose: Bool
    /// The tags of the emphases that end here.
    var closing: [UInt8] = []
    /// The tags of those that begin here.
    var opening: [UInt8] = []
    /// Whether they may still be paired.
    var isActive = true
}
