/// Why a request brought no answer, or not all of it.
enum TransportFailure: Error, Hashable, Sendable {
    /// Nobody listens at the address.
    case refused
    /// The host's name has no address.
    case unknownHost
    /// No connection was made in time.
    case connectTimeout
    /// The way to the host is closed, with the system's words for it.
    case unreachable(String)
    /// No secure connection could be made, with the library's words for it.
    case tls(String)
    /// The proxy in between did not let the request through.
    case proxy(String)
    /// The connection broke before the answer was whole.
    case brokenOff
    /// Nothing came for too long.
    case timeout(Duration)
    /// The answer breaks the rules of HTTP, or something else went wrong.
    case other(String)
}
