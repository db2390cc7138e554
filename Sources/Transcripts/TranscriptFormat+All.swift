extension TranscriptFormat {
    /// All formats.
    public static let all: [TranscriptFormat] = [
        TranscriptFormat(
            name: "json", summary: "Everything, in the shape that other programs know.",
            fileEndings: ["json"], makeWriter: { JSONWriter(isCollection: $0) }),
        TranscriptFormat(
            name: "jsonl", summary: "Everything, with one message a line.",
            fileEndings: ["jsonl", "ndjson"], makeWriter: { _ in JSONLinesWriter() }),
    ]
}
