/// Something that goes wrong in an answer.
package enum StubFault: Hashable, Sendable {
    /// The body comes in chunks of so many bytes, whatever they cut through.
    case pieces(of: Int)
    /// All lines come in one chunk.
    case oneChunk
    /// The connection is reset after so many lines.
    case reset(afterChunks: Int)
    /// The connection is closed after so many lines, without a word. With the terminating chunk the
    /// answer looks whole.
    case silentClose(afterChunks: Int, terminated: Bool)
    /// An error comes as a line of its own, after so many lines.
    case errorLine(afterChunks: Int, words: String)
    /// Nothing comes after so many lines, until the client goes away. With 0 there is no head.
    case stall(afterChunks: Int)
    /// Another status, with a body of a type.
    case status(Int, contentType: String, body: String)
    /// Nothing comes at all, until the client goes away.
    case hang
    /// A line of so many mebibytes whose end never comes.
    case endlessLine(mebibytes: Int)
    /// These bytes, head included, and then the end of the connection.
    case replay([UInt8])

    /// An error as Ollama tells it.
    package static func error(_ status: Int, _ words: String) -> StubFault {
        .status(
            status, contentType: "application/json; charset=utf-8",
            body: #"{"error":\#(StubJSON.text(words))}"#)
    }

    /// The queue is full.
    package static let busy = error(
        503, "server busy, please try again.  maximum pending requests exceeded")

    /// The name that the server was called by is not one of its own.
    package static let forbidden = status(403, contentType: "", body: "")

    /// A proxy's page.
    package static let page = status(
        502, contentType: "text/html",
        body: "<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>")
}

/// The questions that a fault can be put on.
package enum StubTarget: Hashable, Sendable {
    /// Requests for a reply.
    case chat
    /// Requests that load a model.
    case load
    /// Requests for vectors.
    case embed
    /// Everything else.
    case other
}
