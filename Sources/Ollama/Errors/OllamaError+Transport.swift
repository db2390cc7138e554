extension OllamaError {
    /// The sentence for a request that brought no answer, or not all of it.
    static func transport(_ failure: TransportFailure, at endpoint: OllamaEndpoint) -> OllamaError {
        let address = endpoint.address
        switch failure {
        case .refused:
            return OllamaError(
                .notReachable, "Ollama is not running at \(address).",
                hint: "Start it with `ollama serve`, or set OLLAMA_HOST.")
        case .unknownHost:
            return OllamaError(
                .notReachable, "There is no host \(endpoint.host).",
                hint: "Check the spelling of the address (--host, OLLAMA_HOST), and the network.")
        case .connectTimeout:
            return OllamaError(
                .notReachable, "No connection to \(address) could be made in time.",
                hint: "Check that the host is up and lets connections through.")
        case .unreachable(let words):
            return OllamaError(
                .notReachable, "\(address) cannot be reached: \(sentence(words))",
                hint: "Check OLLAMA_HOST, and the network.")
        case .tls(let words):
            return OllamaError(
                .notReachable, "No secure connection to \(address): \(sentence(words))",
                hint: "Check its certificate, or write http:// if it speaks no TLS.")
        case .proxy(let words):
            return OllamaError(
                .notReachable, "The proxy does not let through to \(address): \(sentence(words))",
                hint: "Check http_proxy, https_proxy and no_proxy.")
        case .brokenOff:
            return OllamaError(
                .brokenOff, "The connection to \(address) broke off.",
                hint: "Check that the server still runs.")
        case .timeout(let limit):
            return OllamaError(
                .timeout, "Nothing came from \(address) for \(seconds(limit)).",
                hint: "The server may be overloaded, or the network gone.")
        case .other(let words):
            return OllamaError(.notOllama, "Talking to \(address) failed: \(sentence(words))")
        }
    }

    /// A duration in words.
    private static func seconds(_ duration: Duration) -> String {
        let (seconds, attoseconds) = duration.components
        if seconds == 0 { return "\(attoseconds / 1_000_000_000_000_000) milliseconds" }
        return seconds == 1 ? "a second" : "\(seconds) seconds"
    }
}
