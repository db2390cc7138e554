public import Chat

/// Writes sessions as one page that fetches nothing and runs nothing.
///
/// What people and models said can only ever be text there: every byte of it is escaped, and a
/// policy forbids whatever would slip through.
public struct HTMLWriter: TranscriptWriter {
    private let isCollection: Bool
    private var hasPage = false

    /// Makes a writer for one session, or for several.
    public init(isCollection: Bool) {
        self.isCollection = isCollection
    }

    /// The beginning of the page, where that is not to be made of the session.
    public mutating func start() -> [UInt8] { isCollection ? page(title: "Sessions") : [] }

    /// The name of the session, and what is known of it.
    public mutating func begin(_ head: TranscriptHead) -> [UInt8] {
        let session = head.session
        let name = session.name ?? session.id.text
        var bytes = hasPage ? [] : page(title: name)
        let details = [
            session.model.map(HTMLText.escaped),
            "begun \(UTCTime.short(session.createdAt)) UTC",
            session.messageCount == 1 ? "1 message" : "\(session.messageCount) messages",
            session.parent.map { "a branch of \(HTMLText.escaped($0.text))" },
        ].compactMap { $0 }.joined(separator: " · ")
        bytes += "<section>\n<header><h1>\(HTMLText.escaped(name))</h1>".utf8
        bytes += "<p>\(details)</p></header>\n".utf8
        return bytes
    }

    /// One message.
    public mutating func add(_ message: StoredMessage) -> [UInt8] { MessageHTML.of(message) }

    /// The shelf, folded away.
    public mutating func end(shelf: [ShelvedMessages], images: [MessageImage]) -> [UInt8] {
        var bytes: [UInt8] = []
        for shelved in shelf {
            bytes += "<details><summary>Taken off by \(shelved.kind.rawValue), ".utf8
            bytes += "\(UTCTime.short(shelved.at)) UTC</summary>\n".utf8
            bytes += shelved.messages.flatMap(MessageHTML.of)
            bytes += "</details>\n".utf8
        }
        bytes += "</section>\n".utf8
        return bytes
    }

    /// The end of the page.
    public mutating func finish() -> [UInt8] {
        (hasPage ? [] : page(title: "Sessions")) + Array("</body>\n</html>\n".utf8)
    }

    private mutating func page(title: String) -> [UInt8] {
        hasPage = true
        return Array(
            """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="\(HTMLStyle.policy)">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="no-referrer">
            <title>\(HTMLText.escaped(title))</title>
            <style>\(HTMLStyle.sheet)</style>
            </head>
            <body>

            """.utf8)
    }
}
