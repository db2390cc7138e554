internal import Redis

/// Looks for a Redis server that this module did not start.
///
/// It serves one hint at the first start: that the server could be used instead of the private one.
package struct SystemRedisProbe: Sendable {
    /// The URL at which a server of the system usually listens.
    package static let usualURL = "redis://localhost:6379"

    private let url: String
    private let patience: Duration

    /// Describes a probe.
    ///
    /// - Parameters:
    ///   - url: Where to look.
    ///   - patience: How long to wait for a connection, and as long again for a reply.
    package init(url: String = usualURL, patience: Duration = .milliseconds(50)) {
        self.url = url
        self.patience = patience
    }

    /// Whether a Redis server answers.
    package func answers() async -> Bool {
        guard let address = try? RedisAddress(url: url) else { return false }
        return await ServerDoor(address: address, patience: patience).isAnswered()
    }
}
