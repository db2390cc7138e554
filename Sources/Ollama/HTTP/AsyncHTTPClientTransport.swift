import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOPosix

/// Carries requests with AsyncHTTPClient, which no other file knows.
final class AsyncHTTPClientTransport: HTTPTransport {
    private let client: HTTPClient

    /// Makes a transport with connections of its own, which live as long as it does.
    init(connectTimeout: Duration, proxy: ProxySettings?) {
        var configuration = HTTPClient.Configuration()
        // Otherwise a refused connection is tried again until the connect timeout is over.
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.timeout.connect = TimeAmount(connectTimeout)
        configuration.redirectConfiguration = .disallow
        configuration.httpVersion = .http1Only
        configuration.proxy = proxy.map(HTTPClient.Configuration.Proxy.init)
        client = HTTPClient(
            eventLoopGroup: HTTPClient.defaultEventLoopGroup, configuration: configuration)
    }

    deinit {
        // The client must not go away before its connections are closed, and stays until they are.
        client.shutdown { _ in }
    }

    /// Starts the threads that all transports share, and makes a transport for nothing.
    static func load() {
        _ = AsyncHTTPClientTransport(connectTimeout: .seconds(1), proxy: nil)
    }

    /// Sends a request and waits for the head of the answer.
    func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        var outgoing = HTTPClientRequest(url: request.url)
        outgoing.method = .init(rawValue: request.method)
        for (name, value) in request.headers { outgoing.headers.add(name: name, value: value) }
        if let body = request.body { outgoing.body = .bytes(body) }
        do {
            let response = try await client.execute(outgoing, deadline: .distantFuture)
            return HTTPResponse(
                status: Int(response.status.code),
                contentType: response.headers.first(name: "Content-Type"),
                location: response.headers.first(name: "Location"),
                body: PulledBody(response.body, keeping: self))
        } catch {
            throw TransportFailure.translating(error)
        }
    }

    /// Closes all connections.
    func shutdown() async {
        // It fails only where it was shut down before.
        try? await client.shutdown()
    }
}

/// The body of an answer; keeps its transport, whose connections would otherwise be closed.
private actor PulledBody: HTTPBody {
    private let transport: AsyncHTTPClientTransport
    private var iterator: HTTPClientResponse.Body.AsyncIterator?

    init(_ body: HTTPClientResponse.Body, keeping transport: AsyncHTTPClientTransport) {
        self.transport = transport
        iterator = body.makeAsyncIterator()
    }

    func next() async throws -> [UInt8]? {
        guard var iterator else { return nil }
        do {
            guard let buffer = try await iterator.next(isolation: #isolation) else {
                self.iterator = nil
                return nil
            }
            return Array(buffer.readableBytesView)
        } catch {
            self.iterator = nil
            throw TransportFailure.translating(error)
        }
    }
}

extension HTTPClient.Configuration.Proxy {
    /// The proxy in the library's words.
    fileprivate init(_ settings: ProxySettings) {
        switch (settings.kind, settings.credentials) {
        case (.socks, _):
            self = .socksServer(host: settings.host, port: settings.port)
        case (.http, let credentials?):
            self = .server(
                host: settings.host, port: settings.port,
                authorization: .basic(credentials: Base64.encode(credentials.utf8)))
        case (.http, nil):
            self = .server(host: settings.host, port: settings.port)
        }
    }
}

extension TransportFailure {
    /// What an error of the library means.
    fileprivate static func translating(_ error: any Error) -> any Error {
        if Task.isCancelled { return CancellationError() }
        switch error {
        case let error as HTTPClientError: return client(error)
        case let error as NIOConnectionError: return connection(error)
        case let error as IOError: return system(error)
        case ChannelError.connectTimeout: return connectTimeout
        case is ChannelError: return brokenOff
        default: return unnamed(error)
        }
    }

    private static func client(_ error: HTTPClientError) -> any Error {
        switch error {
        case .cancelled: CancellationError()
        case .connectTimeout, .tlsHandshakeTimeout: connectTimeout
        case .remoteConnectionClosed, .uncleanShutdown: brokenOff
        case .proxyAuthenticationRequired: proxy("it wants a name and a password")
        case .invalidProxyResponse: proxy("it does not answer like a proxy")
        case .httpProxyHandshakeTimeout, .socksHandshakeTimeout: proxy("it does not answer")
        default: other(error.shortDescription)
        }
    }

    /// Several addresses may have been tried, each in vain.
    private static func connection(_ error: NIOConnectionError) -> any Error {
        let failures = error.connectionErrors.map(\.error)
        if let refusal = failures.lazy.compactMap({ $0 as? IOError }).first {
            return system(refusal)
        }
        if failures.contains(where: { $0 is ChannelError }) { return connectTimeout }
        return error.dnsAError == nil && error.dnsAAAAError == nil ? connectTimeout : unknownHost
    }

    private static func system(_ error: IOError) -> any Error {
        switch error.errnoCode {
        case ECONNREFUSED, ENOENT: refused
        case ECONNRESET, EPIPE: brokenOff
        case ETIMEDOUT: connectTimeout
        default: unreachable(String(cString: strerror(error.errnoCode)))
        }
    }

    /// The parser's and the TLS library's errors, whose types belong to packages further down.
    private static func unnamed(_ error: any Error) -> any Error {
        let type = String(describing: type(of: error))
        if type.contains("SSL") || type.contains("TLS") { return tls(words(ofTLS: "\(error)")) }
        return type.contains("HTTPParser") ? brokenOff : other("\(error)")
    }

    /// What the reasons that people meet mean; the library tells them by the names of C.
    private static func words(ofTLS text: String) -> String {
        let known = [
            ("WRONG_VERSION_NUMBER", "the server does not speak TLS"),
            ("HTTP_REQUEST", "the server does not speak TLS"),
            ("CERTIFICATE_VERIFY_FAILED", "its certificate is not from an authority known here"),
            ("unableToValidateCertificate", "its certificate is not from an authority known here"),
            ("EOF during handshake", "the server broke off, as one that speaks no TLS does"),
            ("noCertificateToValidate", "it shows no certificate"),
            ("failedToValidateHostname", "its certificate is for another name"),
        ]
        return known.first { text.contains($0.0) }?.1 ?? text
    }
}

extension TimeAmount {
    /// A duration in the library's words.
    fileprivate init(_ duration: Duration) {
        self = .nanoseconds(Int64(duration / .nanoseconds(1)))
    }
}
