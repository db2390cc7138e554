public import Chat

/// What is wrong with a query as it was typed.
public struct SearchQueryError: ChatFailure, Hashable {
    /// It is always the command or its arguments.
    public let kind = ChatFailureKind.usage
    /// What is wrong, and what can be written instead.
    public let description: String
    /// What was probably meant, where something comes near.
    public let hint: String?

    private init(_ description: String, hint: String? = nil) {
        self.description = description
        self.hint = hint
    }

    /// There is nothing to look for.
    static let empty = SearchQueryError(
        "There is nothing to look for: write words, a \"phrase in quotes\", or a filter such as "
            + "role:user.")

    /// A filter has a value that it does not know.
    static func unknownValue(
        _ value: String, of key: SearchKey, allowed: [String]
    ) -> SearchQueryError {
        let meant = NearestName.of(value, among: allowed)
        return SearchQueryError(
            "\(key.text)\(value) is not known: write \(allowed.map { key.text + $0 }.alternatives).",
            hint: meant.map { "Did you mean \(key.text)\($0)?" })
    }

    /// A filter has a value that is no moment.
    static func badMoment(_ value: String, of key: SearchKey) -> SearchQueryError {
        SearchQueryError(
            "\(key.text)\(value) is no moment: write a duration such as \(key.text)7d, or a date "
                + "such as \(key.text)2026-01-31.")
    }

    /// A filter stands without a value.
    static func noValue(_ key: SearchKey) -> SearchQueryError {
        SearchQueryError("\(key.text) stands without a value: write \(key.example).")
    }

    /// A filter stands in a query twice.
    static func twice(_ key: SearchKey) -> SearchQueryError {
        SearchQueryError("\(key.text) is there twice: write it once, as in \(key.example).")
    }

    /// A filter was to be turned round.
    static func excluded(_ key: SearchKey) -> SearchQueryError {
        SearchQueryError(
            "-\(key.text) cannot be used, only words can be left out: write \(key.example), or "
                + "\"-\(key.text)\" in quotes to look for it.")
    }

    /// A regular expression is none.
    static func badPattern(_ pattern: String, reason: String) -> SearchQueryError {
        SearchQueryError(
            "\(pattern) is no regular expression (\(reason)): write one such as colou?r, with a "
                + "backslash before each sign that is meant as it stands.")
    }
}
