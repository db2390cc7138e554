import Synchronization

@testable import Ollama

/// A transport that answers every request with what is given, and remembers the requests.
final class RecordedTransport: HTTPTransport {
    private let status: Int
    private let headers: [String: String]
    private let pieces: [[UInt8]]
    private let failure: TransportFailure?
    private let log = Mutex<[HTTPRequest]>([])

    /// Makes a transport whose bodies come in the pieces given, and then fail where that is said.
    init(
        status: Int = 200, headers: [String: String] = [:], pieces: [[UInt8]],
        failure: TransportFailure? = nil
    ) {
        self.status = status
        self.headers = headers
        self.pieces = pieces
        self.failure = failure
    }

    /// Makes a transport that answers with a recording.
    convenience init(_ answer: RecordedAnswer) {
        self.init(status: answer.status, headers: answer.headers, pieces: [answer.body])
    }

    /// The requests so far.
    var requests: [HTTPRequest] { log.withLock { $0 } }

    /// Answers.
    func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        log.withLock { $0.append(request) }
        return HTTPResponse(
            status: status, contentType: headers["content-type"], location: headers["location"],
            body: Body(pieces, failure))
    }

    /// Has nothing to close.
    func shutdown() async {}

    private actor Body: HTTPBody {
        private var pieces: [[UInt8]]
        private let failure: TransportFailure?

        init(_ pieces: [[UInt8]], _ failure: TransportFailure?) {
            self.pieces = pieces.reversed()
            self.failure = failure
        }

        func next() async throws -> [UInt8]? {
            if let piece = pieces.popLast() { return piece }
            if let failure { throw failure }
            return nil
        }
    }
}
