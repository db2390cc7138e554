/// How a client talks to its server.
public struct OllamaConfiguration: Sendable {
    /// Headers for every request, such as `Authorization`; they are never printed.
    public var headers: [String: String] = [:]
    /// How long making a connection may take.
    public var connectTimeout: Duration = .seconds(5)
    /// How long a reply may pause once it has begun.
    ///
    /// Before its first token a reply may take any time: loading the model, waiting in the queue
    /// and evaluating the prompt are silent.
    public var idleTimeout: Duration = .seconds(120)
    /// How long a question about the server itself may take, such as the list of its models.
    public var answerTimeout: Duration = .seconds(30)
    /// How long the model stays in memory after a request; negative keeps it for ever, `nil`
    /// leaves it to the server.
    public var keepAlive: Duration?
    /// How often, and after how long, a request is repeated while the server's queue is full.
    public var backoff = Backoff()

    /// Makes the configuration that suits a server of one's own.
    public init() {}
}

extension OllamaConfiguration: CustomStringConvertible {
    /// The names of the headers and the times, without the headers' values.
    public var description: String {
        let names = headers.keys.sorted().joined(separator: ", ")
        return "headers: [\(names)], connect: \(connectTimeout), idle: \(idleTimeout)"
    }
}

extension OllamaConfiguration: CustomReflectable {
    /// Hides the values of the headers from `dump`.
    public var customMirror: Mirror {
        Mirror(self, children: ["headers": headers.keys.sorted(), "idleTimeout": idleTimeout])
    }
}
