import Chat
import Search

extension SessionStore {
    /// The search of the store, or one that reads it.
    var searching: any MessageSearch { (self as? any MessageSearch) ?? StoreScan(self) }

    /// Creates a session in which a person and the model speak in turn.
    @discardableResult
    func create(_ name: String?, _ texts: String...) async throws -> SessionID {
        let messages = texts.enumerated().map { index, text in
            index.isMultiple(of: 2) ? Message.user(text) : .assistant(text)
        }
        return try await create(NewSession(name: name, messages: messages)).session.id
    }

    /// What is found for a query as it is typed.
    func found(
        _ text: String, limit: Int? = nil, limitPerSession: Int? = nil
    ) async throws -> [SessionHits] {
        let query = try SearchQueryParser { _ in nil }.parse(text)
        return try await searching.search(
            SearchRequest(query, limit: limit, limitPerSession: limitPerSession)
        ).collected()
    }

    /// The numbers of the messages that are found, by session.
    func numbers(_ text: String, limit: Int? = nil) async throws -> [[Int]] {
        try await found(text, limit: limit).map { $0.hits.map(\.message.number) }
    }

    /// The numbers of the messages that are found in each session.
    func places(_ text: String) async throws -> [SessionID: [Int]] {
        try await places(try SearchQueryParser { _ in nil }.parse(text))
    }

    /// The numbers of the messages that are found in each session.
    func places(_ query: SearchQuery) async throws -> [SessionID: [Int]] {
        try await searching.search(SearchRequest(query)).collected().places
    }
}

extension SearchResults {
    /// All of it.
    func collected() async throws -> [SessionHits] {
        var all: [SessionHits] = []
        for try await found in self { all.append(found) }
        return all
    }
}

extension [SessionHits] {
    /// The numbers of the messages in each session; a long one comes in parts.
    var places: [SessionID: [Int]] {
        reduce(into: [:]) { places, found in
            places[found.session.id, default: []] += found.hits.map(\.message.number)
        }
    }
}
