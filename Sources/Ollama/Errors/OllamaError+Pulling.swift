extension OllamaError {
    /// The server could not fetch a model, or there is none of that name.
    static func notPulled(_ model: String, _ words: String) -> OllamaError {
        if words.hasPrefix("pull model manifest"), words.contains("file does not exist") {
            return OllamaError(
                .unknownModel, "There is no model \(model) to pull.",
                hint: "Check its spelling; https://ollama.com/search lists the models.")
        }
        let isAway = ["dial tcp", "proxyconnect", "no such host", "TLS handshake", "timeout"]
            .contains(where: words.contains)
        return OllamaError(
            .serverFailed, "Ollama could not pull \(model): \(sentence(words))",
            hint: isAway
                ? "Check that the server's machine reaches the registry; "
                    + "what was fetched is kept there."
                : "What was fetched is kept; pulling it again goes on from there.")
    }
}
