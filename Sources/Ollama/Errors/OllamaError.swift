public import Chat

/// What can go wrong between a client and its server.
///
/// Descriptions name the server's address without credentials, and may quote the server's own
/// words; they never hold what was said in a conversation.
public struct OllamaError: ChatFailure, Hashable {
    /// Which way to fail, for programs that want to tell errors apart.
    public enum Code: Hashable, Sendable {
        /// The address cannot be read, or the proxy's.
        case badAddress
        /// No connection could be made.
        case notReachable
        /// The server took too long.
        case timeout
        /// The connection broke before the answer was whole.
        case brokenOff
        /// The server's queue is full.
        case busy
        /// The server does not hold the model.
        case unknownModel
        /// The request does not fit into the context window.
        case contextWindow
        /// The server refused the request.
        case refused
        /// The server failed.
        case serverFailed
        /// What answers is not an Ollama server, or one that is not understood.
        case notOllama
    }

    /// Which way it failed.
    public let code: Code
    /// What failed.
    public let description: String
    /// What to do next.
    public let hint: String?

    /// Makes an error.
    init(_ code: Code, _ description: String, hint: String? = nil) {
        self.code = code
        self.description = description
        self.hint = hint
    }

    /// What kind of thing failed.
    public var kind: ChatFailureKind {
        switch code {
        case .unknownModel: .notFound
        case .contextWindow: .contextWindow
        case .notReachable: .modelServerAway
        default: .modelServer
        }
    }
}

extension OllamaError {
    /// The address is not one.
    static func badAddress(_ text: String) -> OllamaError {
        // What stands before an @ is a password.
        let text = text.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
        return OllamaError(
            .badAddress, "The address of the Ollama server cannot be read: \(text).",
            hint: "Write OLLAMA_HOST as host:port or http://host:port.")
    }

    /// The address of the proxy is not one.
    static let badProxy = OllamaError(
        .badAddress, "The address of the proxy cannot be read.",
        hint: "Write http_proxy and https_proxy as http://host:port.")

    /// A line of the answer is not what it should be.
    static func unreadable(_ address: String) -> OllamaError {
        OllamaError(
            .notOllama, "The answer of \(address) cannot be read.",
            hint: "Check that OLLAMA_HOST names an Ollama server.")
    }

    /// A web page came instead of an answer.
    static func page(at address: String) -> OllamaError {
        OllamaError(
            .notOllama, "A web page came from \(address) instead of an answer.",
            hint: "Something between here and Ollama answers in its place; check OLLAMA_HOST.")
    }

    /// A line of the answer is too long to be true.
    static func lineTooLong(_ address: String) -> OllamaError {
        OllamaError(.notOllama, "A line of the answer of \(address) has no end.")
    }

    /// The server failed after it had begun to reply.
    static func failedInReply(_ words: String) -> OllamaError {
        OllamaError(
            .serverFailed, "Ollama failed during the reply: \(sentence(words))",
            hint: "The server's log says more.")
    }

    /// The server could not make a model.
    static func notCreated(_ words: String) -> OllamaError {
        OllamaError(
            .serverFailed, "Ollama could not make the model: \(sentence(words))",
            hint: "Check its name, and that the model it is made from is there.")
    }

    /// The server's words as the end of a sentence: one line, not too long, with a full stop.
    static func sentence(_ words: String) -> String {
        var line = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if line.count > 400 { line = line.prefix(400) + "…" }
        guard let last = line.last else { return "no reason given." }
        return ".!?…".contains(last) ? line : line + "."
    }
}
