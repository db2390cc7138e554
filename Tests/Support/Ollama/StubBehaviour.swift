/// How a stub answers while nothing goes wrong.
package struct StubBehaviour: Sendable {
    /// The models it holds.
    package var models = [StubModel("smollm2")]
    /// The models that it can fetch.
    package var library: [StubModel] = []
    /// How it makes vectors.
    package var vectors = StubVector()
    /// The version it names.
    package var version = "0.24.0"
    /// The window that it allocates where a request does not say.
    package var window = 4096
    /// What it thinks before each reply, where it thinks.
    package var thinking: String?
    /// The reply to a request; by default ``StubText/echo(_:)``.
    package var reply: @Sendable (StubChat) -> String = StubText.echo
    /// Why replies end.
    package var doneReason = "stop"
    /// How long it is silent before a reply begins.
    package var firstDelay = Duration.zero
    /// The time between two tokens.
    package var interval = Duration.zero
    /// Where this is given, a connection breaks only when it has counted the lines before: then a
    /// client has really had them.
    package var heard: EventCount?
    /// What goes wrong in every reply, where no fault was put on the request itself.
    package var fault: StubFault?

    /// Makes a stub that echoes.
    package init() {}
}
