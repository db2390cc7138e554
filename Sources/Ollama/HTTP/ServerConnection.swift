import Chat

/// A server and the way to it: makes requests, and turns everything that can go wrong into
/// sentences.
struct ServerConnection: Sendable {
    /// Where the server is, or why that cannot be known.
    let endpoint: Result<OllamaEndpoint, OllamaError>
    /// The headers of every request.
    let headers: [String: String]
    /// What carries requests.
    let transport: any HTTPTransport

    /// The server's address, for people.
    var address: String {
        (try? endpoint.get().address) ?? "OLLAMA_HOST"
    }

    /// Makes a request.
    func request(_ method: String, _ path: String, body: [UInt8]? = nil) throws -> HTTPRequest {
        let endpoint = try endpoint.get()
        var headers = headers
        if let credentials = endpoint.credentials, headers["Authorization"] == nil {
            headers["Authorization"] = "Basic \(Base64.encode(credentials.utf8))"
        }
        if body != nil { headers["Content-Type"] = "application/json" }
        return HTTPRequest(method: method, url: endpoint.url(path), headers: headers, body: body)
    }

    /// Sends a request and waits for the head of the answer.
    func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        do { return try await transport.send(request) } catch { throw failure(error) }
    }

    /// Throws the sentence for an answer that is not what was asked for.
    func check(_ response: HTTPResponse, model: String? = nil) async throws {
        let isPage = response.contentType?.hasPrefix("text/html") == true
        guard response.status != 200 || isPage else { return }
        guard response.status != 200 else { throw OllamaError.page(at: address) }
        // A body that breaks off still leaves the status to tell.
        let body = (try? await response.body.collect(upTo: 64 << 10)) ?? []
        try Task.checkCancellation()
        let words = JSON.decode(ErrorAnswer.self, from: body)?.error.text
        throw OllamaError.status(response, words: words, model: model, at: address)
    }

    /// Asks and reads the whole answer.
    func answer<Answer: Decodable>(
        _ type: Answer.Type, to request: HTTPRequest, model: String? = nil
    ) async throws -> Answer {
        let response = try await send(request)
        try await check(response, model: model)
        let body: [UInt8]
        do {
            body = try await response.body.collect(upTo: LineFramer.longestLine)
        } catch { throw failure(error) }
        guard let answer = JSON.decode(type, from: body) else {
            throw OllamaError.unreadable(address)
        }
        return answer
    }

    /// The error for people that an error of the transport becomes.
    func failure(_ error: any Error) -> any Error {
        guard let failure = error as? TransportFailure else { return error }
        return OllamaError.transport(failure, at: (try? endpoint.get()) ?? .standard)
    }
}
