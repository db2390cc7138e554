/// What stands between spaces in a query, or between quotes.
struct QueryPiece: Hashable {
    /// The key before the colon.
    var key: SearchKey?
    /// Whether a minus stands before it.
    var isExcluded = false
    /// Whether it stands in quotes.
    var isQuoted = false
    /// The text, or the value of the key.
    var text = ""

    /// Cuts a line into pieces.
    ///
    /// Quotes open at the beginning of a piece, behind a minus there, or behind a key, and reach to
    /// the next ones or to the end of the line. A star directly behind them belongs to them.
    static func pieces(of line: String) -> [QueryPiece] {
        var rest = line[...]
        var pieces: [QueryPiece] = []
        while true {
            rest = rest.drop(while: \.isWhitespace)
            guard !rest.isEmpty else { return pieces }
            pieces.append(next(&rest))
        }
    }

    private static func next(_ rest: inout Substring) -> QueryPiece {
        var piece = QueryPiece()
        if rest.first == "-", let second = rest.dropFirst().first,
            second.isLetter || second.isNumber || SearchQueryParser.isQuote(second)
        {
            piece.isExcluded = true
            rest.removeFirst()
        }
        let head = rest.prefix { !$0.isWhitespace && $0 != ":" }
        if head.endIndex < rest.endIndex, rest[head.endIndex] == ":",
            let key = SearchKey(rawValue: head.lowercased())
        {
            piece.key = key
            rest = rest[rest.index(after: head.endIndex)...]
        }
        if let first = rest.first, SearchQueryParser.isQuote(first) {
            rest.removeFirst()
            piece.isQuoted = true
            piece.text = String(rest.prefix { !SearchQueryParser.isQuote($0) })
            rest = rest.dropFirst(piece.text.count).dropFirst()
            if rest.first == "*" { piece.text.append(rest.removeFirst()) }
        } else {
            piece.text = String(rest.prefix { !$0.isWhitespace })
            rest = rest.dropFirst(piece.text.count)
        }
        return piece
    }
}
