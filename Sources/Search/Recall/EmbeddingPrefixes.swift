/// What models that make vectors want to have written before a text, so that a question and its
/// answer come to lie close together.
package struct EmbeddingPrefixes: Hashable, Sendable {
    /// Before what is looked through.
    package let document: String
    /// Before what is asked.
    package let question: String

    /// The prefixes of a model, by the beginning of its name; those of one that is not known are
    /// empty.
    package static func of(_ model: String) -> EmbeddingPrefixes {
        let name = model.split(separator: "/").last?.prefix { $0 != ":" }.lowercased() ?? ""
        let family = families.filter { name.hasPrefix($0.name) }.max {
            $0.name.count < $1.name.count
        }
        return family?.prefixes ?? EmbeddingPrefixes(document: "", question: "")
    }

    private static let sentence = "Represent this sentence for searching relevant passages: "

    private static let families: [(name: String, prefixes: EmbeddingPrefixes)] = [
        ("nomic-embed-text", .init(document: "search_document: ", question: "search_query: ")),
        ("mxbai-embed-large", .init(document: "", question: sentence)),
        ("bge-large", .init(document: "", question: sentence)),
        ("snowflake-arctic-embed", .init(document: "", question: sentence)),
        ("snowflake-arctic-embed2", .init(document: "", question: "query: ")),
        (
            "embeddinggemma",
            .init(document: "title: none | text: ", question: "task: search result | query: ")
        ),
        (
            "qwen3-embedding",
            .init(
                document: "",
                question: "Instruct: Given a question, retrieve relevant passages that answer it\n"
                    + "Query:")
        ),
    ]
}
