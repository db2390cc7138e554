/// What may stand before a colon in a query.
enum SearchKey: String, CaseIterable {
    case not, role, model, session, scope = "in", since, before, has, sort

    /// The key as it is typed.
    var text: String { "\(rawValue):" }

    /// How to use it, for the end of a complaint.
    var example: String {
        switch self {
        case .not: "not:word or not:\"some words\""
        case .role: "role:user"
        case .model: "model:qwen*"
        case .session: "session:name or session:\"two words\""
        case .scope: "in:this"
        case .since: "since:7d"
        case .before: "before:2026-01-31"
        case .has: "has:code"
        case .sort: "sort:best"
        }
    }
}
