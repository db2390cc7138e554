public import Chat

/// A client of one Ollama server.
///
/// Replies are pulled: nothing is sent before a reply is iterated, and a reader that takes its
/// time slows the server down instead of filling memory.
///
/// ```swift
/// let client = OllamaClient(model: "llama3.2")
/// let request = ChatRequest(model: "", messages: [.user("How do I read a file?")])
/// for try await event in client.reply(to: request) {
///     if case .text(let text) = event { print(text, terminator: "") }
/// }
/// ```
///
/// Cancelling the task that iterates, or leaving the loop, closes the connection at once, which
/// tells the server to stop. While the server's queue is full the request is repeated, and each
/// repetition is announced by ``Chat/ReplyEvent/retrying(after:)``. Errors are ``OllamaError``.
///
/// A client needs no end: its connections close when the last reference to it goes. ``shutdown()``
/// closes them at a time of one's choosing.
public final class OllamaClient: ModelServer {
    /// The model that is asked where a request names none.
    public let model: String?

    let server: ServerConnection
    let configuration: OllamaConfiguration
    private let sleep: @Sendable (Duration) async throws -> Void

    /// Makes a client, which sends nothing yet.
    ///
    /// - Parameters:
    ///   - model: The model that is asked where a request names none.
    ///   - host: The server, as Ollama reads `OLLAMA_HOST`; by default that variable itself.
    ///     Text that is no address is an error of the first request.
    ///   - configuration: How to talk to the server.
    public convenience init(
        model: String? = nil, host: String? = nil, configuration: OllamaConfiguration = .init()
    ) {
        self.init(
            model: model, host: host, configuration: configuration,
            environment: Environment.variables)
    }

    /// Makes a client from an environment that is given.
    convenience init(
        model: String? = nil, host: String? = nil, configuration: OllamaConfiguration = .init(),
        environment: [String: String],
        sleep: @escaping @Sendable (Duration) async throws -> Void = {
            try await Task.sleep(for: $0)
        }
    ) {
        var proxy: ProxySettings?
        let endpoint = Result { () throws(OllamaError) in
            let endpoint = try OllamaEndpoint(
                parsing: host ?? environment["OLLAMA_HOST"] ?? "")
            proxy = try ProxySettings(for: endpoint, environment: environment)
            return endpoint
        }
        let transport = AsyncHTTPClientTransport(
            connectTimeout: configuration.connectTimeout, proxy: proxy)
        self.init(
            model: model, endpoint: endpoint, configuration: configuration, transport: transport,
            sleep: sleep)
    }

    /// Makes a client over a transport that is given.
    init(
        model: String? = nil, endpoint: Result<OllamaEndpoint, OllamaError> = .success(.standard),
        configuration: OllamaConfiguration = .init(), transport: any HTTPTransport,
        sleep: @escaping @Sendable (Duration) async throws -> Void = {
            try await Task.sleep(for: $0)
        }
    ) {
        self.model = model
        self.configuration = configuration
        self.sleep = sleep
        server = ServerConnection(
            endpoint: endpoint, headers: configuration.headers, transport: transport)
    }

    /// The server's address, for people: without credentials.
    public var address: String { server.address }

    /// Why the address cannot be used, where it cannot.
    public var addressFailure: OllamaError? {
        guard case .failure(let error) = server.endpoint else { return nil }
        return error
    }

    /// What is wrong with the address and is passed over as Ollama does: a port that is none.
    public var addressWarning: String? {
        guard let endpoint = try? server.endpoint.get(), let port = endpoint.ignoredPort else {
            return nil
        }
        return "“\(port)” in OLLAMA_HOST is no port, so \(endpoint.port) is used, as Ollama does."
    }

    /// Whether the server is on this machine.
    public var isLocal: Bool { (try? server.endpoint.get().isLocal) ?? false }

    /// Asks a model.
    public func reply(to request: ChatRequest) -> ReplyStream {
        ReplyStream { [self] in
            var request = request
            request.model = try model(of: request.model)
            let reader = ReplyReader(
                try chatRequest(request), model: request.model, server: server,
                configuration: configuration, sleep: sleep)
            return { try await reader.next() }
        }
    }

    /// Sets up what the first request of a program needs, without sending anything.
    ///
    /// It takes a few milliseconds, which a program can spend on something else meanwhile.
    public static func load() {
        AsyncHTTPClientTransport.load()
        let request = ChatRequest(model: "", messages: [.user("")], options: ModelOptions())
        _ = try? JSON.encode(ChatBody(request, keepAlive: nil))
        let chunk = #"{"model":"","message":{"role":"assistant","content":""},"done":true}"#
        _ = JSON.decode(ChatChunk.self, from: Array(chunk.utf8))
    }

    /// The models that the server holds, in its order: the newest first.
    public func models() async throws -> [ModelSummary] {
        let answer = try await ask(TagsAnswer.self, server.request("GET", "/api/tags"))
        return (answer.models ?? []).map(\.summary)
    }

    /// What the server knows of one model.
    public func details(of model: String) async throws -> ModelDetails {
        let model = try self.model(of: model)
        let body = try JSON.encode(["model": model])
        let request = try server.request("POST", "/api/show", body: body)
        return try await ask(ShowAnswer.self, request, model: model).details
    }

    /// The models that are in memory now.
    public func loadedModels() async throws -> [LoadedModel] {
        let answer = try await ask(LoadedAnswer.self, server.request("GET", "/api/ps"))
        return (answer.models ?? []).map(\.loaded)
    }

    /// Loads a model into memory, so that the first question need not wait for it.
    ///
    /// Returns when the model is loaded, which may take minutes. The options should be those of
    /// the questions that follow: others would load it again.
    public func load(_ model: String, options: ModelOptions = ModelOptions()) async throws {
        let model = try self.model(of: model)
        let request = try chatRequest(ChatRequest(model: model, messages: [], options: options))
        let chunk = try await server.answer(ChatChunk.self, to: request, model: model)
        if let error = chunk.error { throw OllamaError.failedInReply(error.text) }
    }

    /// The server's version.
    public func version() async throws -> String {
        try await ask(VersionAnswer.self, server.request("GET", "/api/version")).version
    }

    /// Closes all connections; replies that are under way fail.
    public func shutdown() async {
        await server.transport.shutdown()
    }
}

extension OllamaClient {
    func model(of name: String) throws(ChatError) -> String {
        if !name.isEmpty { return name }
        guard let model, !model.isEmpty else { throw .noModel }
        return model
    }

    private func chatRequest(_ request: ChatRequest) throws -> HTTPRequest {
        let body = ChatBody(request, keepAlive: configuration.keepAlive)
        return try server.request("POST", "/api/chat", body: JSON.encode(body))
    }

    /// Asks something that a server knows at once.
    private func ask<Answer: Decodable & Sendable>(
        _ type: Answer.Type, _ request: HTTPRequest, model: String? = nil
    ) async throws -> Answer {
        do {
            return try await withTimeLimit(configuration.answerTimeout) { [server] in
                try await server.answer(type, to: request, model: model)
            }
        } catch {
            throw server.failure(error)
        }
    }
}
