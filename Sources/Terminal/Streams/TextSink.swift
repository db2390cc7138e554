/// Where text leaves the program.
package protocol TextSink: Sendable {
    /// Writes a text to the end; a failure is remembered and never ends the program.
    func write(_ text: String, to stream: OutputStreamKind)

    /// Whether nobody reads the stream any more, so that writing is pointless.
    func isClosed(_ stream: OutputStreamKind) -> Bool

    /// Why a write failed, in the system's words; `nil` where none did, or the reader just left.
    func failure(of stream: OutputStreamKind) -> String?
}
