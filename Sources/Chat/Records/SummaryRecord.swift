/// A summary in JSON, with the one that was sent before it.
package struct SummaryRecord: Codable {
    private let text: String
    private let through: String
    private let covers: Int
    private let model: String
    private let earlier: [SummaryRecord]?

    /// Takes a summary.
    package init(_ summary: SessionSummary) {
        text = summary.text
        through = summary.through.text
        covers = summary.lastNumber
        model = summary.model
        earlier = summary.earlier.map { [SummaryRecord($0)] }
    }

    /// The summary, or `nil` where its place in the session cannot be read.
    package var summary: SessionSummary? {
        Timestamp(text: through).map {
            SessionSummary(
                text: text, through: $0, lastNumber: covers, model: model,
                earlier: earlier?.first?.summary)
        }
    }
}
