package import Redis
import Synchronization

/// Keeps the commands that a pool sends.
package final class TrafficRecorder: Sendable {
    private let recorded = Mutex<[RedisCommand]>([])

    /// Makes a recorder that has heard nothing.
    package init() {}

    /// The commands so far, in the order of sending.
    package var commands: [RedisCommand] { recorded.withLock { $0 } }

    /// The names of the commands so far.
    package var names: [String] { commands.map(\.name) }

    /// The names of the commands since the last time, which are forgotten.
    package func takeNames() -> [String] {
        recorded.withLock { commands in
            defer { commands = [] }
            return commands.map(\.name)
        }
    }

    /// The configuration with this recorder listening.
    package func configuration(_ base: RedisConfiguration = .init()) -> RedisConfiguration {
        var configuration = base
        configuration.onSend = { command in self.recorded.withLock { $0.append(command) } }
        return configuration
    }
}
