extension TranscriptFormat {
    /// All formats.
    public static let all: [TranscriptFormat] = [
        TranscriptFormat(
            name: "json", summary: "Everything, in the shape that other programs know.",
            fileEndings: ["json"], makeWriter: { JSONWriter(isCollection: $0) }),
        TranscriptFormat(
            name: "jsonl", summary: "Everything, with one message a line.",
            fileEndings: ["jsonl", "ndjson"], makeWriter: { _ in JSONLinesWriter() }),
        TranscriptFormat(
            name: "markdown", summary: "Pleasant to read, and can be read back.",
            fileEndings: ["md", "markdown"], makeWriter: { _ in MarkdownWriter() }),
        TranscriptFormat(
            name: "html", summary: "One page to read and print, in every browser.",
            fileEndings: ["html", "htm"], makeWriter: { HTMLWriter(isCollection: $0) }),
        TranscriptFormat(
            name: "text", summary: "Who said what and when.",
            fileEndings: ["txt", "text"], makeWriter: { _ in TextWriter() }),
    ]
}
