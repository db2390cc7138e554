import Chat
import Search

/// Queries of one kind, the same in every run.
struct QueryClass: Sendable {
    /// What kind.
    let name: String
    /// The queries as they are typed, and as FTS5 takes them.
    let queries: [(ours: String, theirs: String)]

    /// All kinds, so many queries of each.
    static func all(_ count: Int) -> [QueryClass] {
        let ranks: [(String, [(Int) -> Int])] = [
            ("rare", [rare]), ("medium", [medium]), ("common", [common]),
            ("two words", [medium, common]), ("two common", [common, otherCommon]),
            ("three words", [medium, common, otherCommon]),
        ]
        var classes = ranks.map { name, words in
            QueryClass(
                name: name,
                queries: (0..<count).map { number in
                    let text = words.map { ChatText.word($0(number)) }.joined(separator: " ")
                    return (text, text)
                })
        }
        classes.append(
            QueryClass(
                name: "phrase",
                queries: (0..<count).map { number in
                    let words = [common(number), common(number + 7)].map(ChatText.word)
                    let text = "\"\(words.joined(separator: " "))\""
                    return (text, text)
                }))
        classes.append(
            QueryClass(
                name: "prefix",
                queries: (0..<count).map { number in
                    let beginning = ChatText.word(medium(number)).prefix(4)
                    return ("\(beginning)*", "\(beginning)*")
                }))
        return classes
    }

    private static func rare(_ number: Int) -> Int { 40_000 + number * 997 }
    private static func medium(_ number: Int) -> Int { 700 + number * 41 }
    private static func common(_ number: Int) -> Int { 40 + number % 40 }
    private static func otherCommon(_ number: Int) -> Int { 95 + number % 40 }
}
