extension SearchQuery {
    /// A query for one term.
    package init(_ term: SearchTerm) {
        self.init(text: .words(required: [term]))
    }
}

extension SearchQuery.Text {
    /// The queries that each find one of the required terms.
    package var terms: [SearchQuery] {
        switch self {
        case .words(let required, _): required.map { SearchQuery($0) }
        case .substring, .pattern: [SearchQuery(text: self)]
        }
    }
}
