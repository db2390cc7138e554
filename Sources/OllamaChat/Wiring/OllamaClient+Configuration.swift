import ChatConfiguration
import Ollama

extension OllamaClient {
    /// Makes a client of the server that was named.
    ///
    /// - Throws: An error for an address that is none, with the place where it stands.
    convenience init(_ configuration: Configuration) throws {
        self.init(
            host: configuration.text(.ollamaHost),
            configuration: OllamaConfiguration(configuration))
        if let setting = configuration[.ollamaHost], let failure = addressFailure {
            throw ConfigurationError.refused(.ollamaHost, at: setting.origin, by: failure)
        }
    }
}

extension OllamaConfiguration {
    /// How to talk to the server.
    init(_ configuration: Configuration) {
        self.init()
        headers = configuration.headers
        keepAlive = configuration.keepAlive
    }
}
