/// Carries requests to a server and answers back.
///
/// The one door to the HTTP library, so that another could stand behind it.
protocol HTTPTransport: Sendable {
    /// Sends a request and waits for the head of the answer, however long it takes.
    ///
    /// Cancelling the task closes the connection at once. Throws ``TransportFailure`` or
    /// `CancellationError`.
    func send(_ request: HTTPRequest) async throws -> HTTPResponse

    /// Closes all connections.
    func shutdown() async
}

/// A request with its whole body.
struct HTTPRequest: Hashable, Sendable {
    /// `GET` or `POST`.
    var method: String
    /// The whole URL.
    var url: String
    /// The headers, which may hold credentials.
    var headers: [String: String]
    /// The body, where there is one.
    var body: [UInt8]?
}

extension HTTPRequest: CustomStringConvertible {
    /// Method and URL, without headers and body.
    var description: String { "\(method) \(url)" }
}

/// The head of an answer, and the way to the rest.
struct HTTPResponse: Sendable {
    /// The status code.
    var status: Int
    /// The `Content-Type`.
    var contentType: String?
    /// The `Location` of a redirect.
    var location: String?
    /// The body, which has not been read yet.
    var body: any HTTPBody
}

/// The body of an answer, pulled piece by piece.
///
/// Letting go of it closes the connection, unless it was read to its end.
protocol HTTPBody: Sendable {
    /// The next piece, or `nil` at the end. Throws ``TransportFailure`` or `CancellationError`.
    func next() async throws -> [UInt8]?
}

extension HTTPBody {
    /// The whole body, or the beginning of it where it is longer than a limit.
    func collect(upTo limit: Int) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < limit, let piece = try await next() { bytes += piece }
        return Array(bytes.prefix(limit))
    }
}
