extension OllamaError {
    /// The sentence for an answer whose status is not 200.
    ///
    /// Ollama says what is wrong as `{"error": "…"}`. Anything else comes from something in
    /// between, or from a server that is not Ollama, and is told by its status alone.
    static func status(
        _ response: HTTPResponse, words: String?, model: String?, at address: String
    ) -> OllamaError {
        let status = "\(response.status)\(reason(response.status))"
        guard let words else {
            return wordless(response, status: status, at: address)
        }
        switch response.status {
        case 400 where isAboutContext(words):
            return OllamaError(
                .contextWindow, "The conversation does not fit the window: \(sentence(words))",
                hint: "Give it a larger window with num_ctx, or leave out earlier messages.")
        case 400 where words.contains("does not support"):
            return OllamaError(
                .refused, "The model cannot do this: \(sentence(words))",
                hint: "Choose another model with /model.")
        case 401:
            return unauthorized(address)
        case 404 where words.contains("not found"):
            return unknownModel(model ?? quoted(in: words))
        case 503:
            return busy
        case 500...:
            return OllamaError(
                .serverFailed, "Ollama failed: \(sentence(words))",
                hint: "The server's log says more.")
        default:
            return OllamaError(.refused, "Ollama refused the request: \(sentence(words))")
        }
    }

    /// The server does not hold a model.
    static func unknownModel(_ name: String?) -> OllamaError {
        guard let name else {
            return OllamaError(.unknownModel, "Ollama does not have this model.")
        }
        return OllamaError(
            .unknownModel, "Ollama has no model \(name).",
            hint: "Pull it with /model pull \(name), or choose another with /model.")
    }

    /// The server's queue is full.
    static let busy = OllamaError(
        .busy, "Ollama is busy: its queue is full.", hint: "Try again in a moment.")

    private static func wordless(
        _ response: HTTPResponse, status: String, at address: String
    ) -> OllamaError {
        switch response.status {
        case 300..<400:
            return OllamaError(
                .notOllama, "\(address) sends elsewhere (\(status)).",
                hint: response.location.map { "Set OLLAMA_HOST to where it points: \($0)." })
        case 401:
            return unauthorized(address)
        case 403:
            return OllamaError(
                .refused, "\(address) refuses the name that it was called by (\(status)).",
                hint: "An Ollama that listens on its own machine only answers to its own names; "
                    + "start it with OLLAMA_HOST=0.0.0.0, or call it localhost.")
        case 404, 405:
            return OllamaError(
                .notOllama, "\(address) does not answer like an Ollama server (\(status)).",
                hint: "Check OLLAMA_HOST, its path included, and the age of the server.")
        case 407:
            return OllamaError(
                .notReachable, "The proxy wants a name and a password (\(status)).",
                hint: "Set http_proxy or https_proxy to http://user:password@host:port.")
        case 503:
            return busy
        default:
            return OllamaError(
                .notOllama, "\(address) answered \(status).",
                hint: "Something between here and Ollama may have answered in its place.")
        }
    }

    private static func unauthorized(_ address: String) -> OllamaError {
        OllamaError(
            .refused, "\(address) wants credentials (401 Unauthorized).",
            hint: "Set an Authorization header in the configuration.")
    }

    private static func isAboutContext(_ words: String) -> Bool {
        words.contains("context length") || words.contains("context window")
            || words.contains("context size")
    }

    /// What stands between the first two quotes: `model 'x' not found`.
    private static func quoted(in words: String) -> String? {
        let parts = words.split(omittingEmptySubsequences: false) { $0 == "'" || $0 == "\"" }
        return parts.count >= 3 ? String(parts[1]) : nil
    }

    /// The words that belong to a status, with a blank before them.
    private static func reason(_ status: Int) -> String {
        let words = [
            301: "Moved Permanently", 302: "Found", 307: "Temporary Redirect",
            308: "Permanent Redirect", 400: "Bad Request", 401: "Unauthorized", 403: "Forbidden",
            404: "Not Found", 405: "Method Not Allowed", 407: "Proxy Authentication Required",
            413: "Content Too Large", 429: "Too Many Requests", 500: "Internal Server Error",
            502: "Bad Gateway", 503: "Service Unavailable", 504: "Gateway Timeout",
        ]
        return words[status].map { " \($0)" } ?? ""
    }
}
