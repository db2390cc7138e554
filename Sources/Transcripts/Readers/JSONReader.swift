/// Reads our JSON, the original's, and bare lists of messages.
public struct JSONReader: TranscriptReader {
    /// The name of the format.
    public let name = "json"
    /// What it comes from.
    public let summary = "Sessions as /export or the original program writes them."

    /// Makes a reader.
    public init() {}

    /// Whether there is an object with messages, or a list of messages.
    public func detects(_ file: TranscriptFile) -> Bool {
        guard let shape = file.shape else { return false }
        return shape.has(["messages"]) && !shape.has(["chat"]) && !shape.has(["mapping"])
            || isBareList(shape)
    }

    /// Reads all sessions; their messages stay in the file.
    public func read(_ file: TranscriptFile) -> AnyIterator<ImportReading> {
        var survey = JSONSurvey(file)
        if let shape = file.shape, isBareList(shape) {
            survey.readList()
        } else {
            survey.readSessions()
        }
        return .one(survey.reading)
    }

    private func isBareList(_ shape: JSONShape) -> Bool {
        shape.isArray && shape.has(["role", "content"])
    }
}
