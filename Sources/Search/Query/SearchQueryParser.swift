public import Chat

/// Reads a query as people type it.
///
/// - `words` have to be there, all of them, with English endings or without.
/// - `"a phrase"` is found as it stands; so is one word in quotes. A missing end is that of the line.
/// - `kern*` is the beginning of a word, also as the last word in quotes.
/// - `not:word`, `not:"some words"` and `-word` must not be there.
/// - `c++`, `->`, `#include`: signs at the ends of a word count, unless they are those of a
///   sentence (`what?` is `what`). In quotes, with spaces, they do not.
/// - `role:`, `model:`, `session:`, `in:`, `since:`, `before:`, `has:` and `sort:` filter and order.
///   Any other word before a colon is text, as in `std::vector`.
public struct SearchQueryParser {
    /// Whether a character opens and closes what is taken as it stands.
    public static func isQuote(_ character: Character) -> Bool { "\"“”„".contains(character) }

    private let moment: (String) -> Timestamp?

    /// Makes a parser.
    ///
    /// - Parameter moment: Reads what stands behind `since:` and `before:`.
    public init(moment: @escaping (String) -> Timestamp?) {
        self.moment = moment
    }

    /// Reads a line.
    ///
    /// - Throws: `SearchQueryError` for a line without anything, and for a filter that has no value,
    ///   one that is not known, or stands twice.
    public func parse(_ line: String) throws(SearchQueryError) -> SearchQuery {
        let pieces = QueryPiece.pieces(of: line)
        guard !pieces.isEmpty else { throw .empty }
        var query = SearchQuery()
        var required: [SearchTerm] = []
        var excluded: [SearchTerm] = []
        var seen: Set<SearchKey> = []
        for piece in pieces {
            guard let key = piece.key else {
                guard let term = SearchTerm(text: piece.text, isQuoted: piece.isQuoted) else {
                    continue
                }
                if piece.isExcluded { excluded.append(term) } else { required.append(term) }
                continue
            }
            guard !piece.isExcluded else { throw .excluded(key) }
            guard let term = SearchTerm(text: piece.text, isQuoted: piece.isQuoted) else {
                throw .noValue(key)
            }
            if key == .not {
                excluded.append(term)
                continue
            }
            guard seen.insert(key).inserted else { throw .twice(key) }
            try set(key, to: piece.text, in: &query)
        }
        guard !seen.isEmpty || !required.isEmpty || !excluded.isEmpty else { throw .empty }
        query.text = .words(required: required, excluded: excluded)
        return query
    }

    private func set(
        _ key: SearchKey, to value: String, in query: inout SearchQuery
    ) throws(SearchQueryError) {
        switch key {
        case .not: break
        case .role:
            query.role = try Self.choice(value, of: key, among: Self.roles)
        case .model: query.model = WildcardPattern(value)
        case .session: query.session = WildcardPattern(value)
        case .scope: query.scope = try Self.choice(value, of: key, among: Self.scopes)
        case .since: query.since = try moment(value, of: key)
        case .before: query.before = try moment(value, of: key)
        case .has: query.hasCode = try Self.choice(value, of: key, among: Self.contents)
        case .sort: query.order = try Self.choice(value, of: key, among: Self.orders)
        }
    }

    static let roles = Role.known.map { ($0.rawValue, $0) }

    static let contents = [("code", true)]

    static let scopes: [(String, SearchQuery.Scope)] = [
        ("this", .thisSession), ("branch", .family), ("all", .everyCopy),
    ]

    static let orders: [(String, SearchQuery.Order)] = [("new", .newest), ("best", .best)]

    private static func choice<Value>(
        _ text: String, of key: SearchKey, among values: [(String, Value)]
    ) throws(SearchQueryError) -> Value {
        guard let found = values.first(where: { $0.0 == text.lowercased() }) else {
            throw .unknownValue(text, of: key, allowed: values.map(\.0))
        }
        return found.1
    }

    private func moment(
        _ text: String, of key: SearchKey
    ) throws(SearchQueryError) -> Timestamp {
        guard let moment = moment(text) else { throw .badMoment(text, of: key) }
        return moment
    }
}
