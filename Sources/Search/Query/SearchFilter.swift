/// What may stand before a colon in a query, for those who help to type one.
public struct SearchFilter: Hashable, Sendable {
    /// The word before the colon.
    public let key: String
    /// How it is used, as in `since:7d`.
    public let example: String
    /// The values that it takes, where there are only so many.
    public let values: [String]
}

extension SearchQueryParser {
    /// All of them.
    public static let filters = SearchKey.allCases.map { key in
        SearchFilter(key: key.rawValue, example: key.example, values: values(of: key))
    }

    private static func values(of key: SearchKey) -> [String] {
        switch key {
        case .role: roles.map(\.0)
        case .scope: scopes.map(\.0)
        case .has: contents.map(\.0)
        case .sort: orders.map(\.0)
        case .not, .model, .session, .since, .before: []
        }
    }
}
