/// The environment variables that the program reads.
///
/// The manual page lists each.
enum EnvironmentKey: String, CaseIterable {
    case ollamaHost = "OLLAMA_HOST"
    case redisURL = "REDIS_URL"
    case model = "OLLAMA_CHAT_MODEL"
    case timeToLive = "OLLAMA_CHAT_TTL"
    case noColor = "NO_COLOR"
    case term = "TERM"
    case home = "HOME"
    case path = "PATH"
    case dataHome = "XDG_DATA_HOME"
    case stateHome = "XDG_STATE_HOME"

    /// The value, or `nil` where the variable is not set or empty.
    var value: String? {
        let value = ProcessEnvironment.variables[rawValue]
        return value?.isEmpty == false ? value : nil
    }
}
