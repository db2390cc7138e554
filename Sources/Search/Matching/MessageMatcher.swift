public import Chat
import Markdown

/// Decides exactly whether a message is what a query looks for, and where in it.
///
/// Not sendable, as it may hold a regular expression: each scan makes its own of the query.
public struct MessageMatcher {
    private let query: SearchQuery
    private let text: TextMatcher

    /// Makes a matcher.
    ///
    /// - Throws: `SearchQueryError` for a regular expression that is none.
    public init(_ query: SearchQuery) throws(SearchQueryError) {
        self.query = query
        text = try TextMatcher(query.text)
    }

    /// Looks at a message; its session's name and the scope are not asked for here.
    ///
    /// - Parameters:
    ///   - message: The message.
    ///   - timestamp: When it was said.
    /// - Returns: Where the terms are, or `nil` for a message that is not looked for.
    public func match(_ message: Message, timestamp: Timestamp) -> MessageMatch? {
        guard query.admits(timestamp) else { return nil }
        if let role = query.role, message.role != role { return nil }
        if let model = query.model {
            guard let name = message.model, model.matchesModel(name) else { return nil }
        }
        if query.hasCode, !FencedCode.isIn(message.content) { return nil }
        return match(text: message.content)
    }

    /// Looks at a text alone: all but the terms is left aside.
    public func match(text content: String) -> MessageMatch? { text.match(content) }
}
