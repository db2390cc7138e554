import ArgumentParser
import Chat

/// In which order sessions are listed.
enum SessionOrder: String, CaseIterable, ExpressibleByArgument, Sendable {
    /// The last used first.
    case used
    /// By their names, those without one at the end.
    case name
    /// Those with the most messages first.
    case size
    /// The newest first.
    case created

    /// Sessions in this order.
    func sorted(_ sessions: [Session]) -> [Session] {
        switch self {
        case .used: sessions.sorted { $0.lastActivity > $1.lastActivity }
        case .size: sessions.sorted { $0.messageCount > $1.messageCount }
        case .created: sessions.sorted { $0.createdAt > $1.createdAt }
        case .name:
            sessions.map { (key: ($0.name == nil ? 1 : 0, $0.name?.lowercased() ?? ""), $0) }
                .sorted { $0.key < $1.key }.map(\.1)
        }
    }
}
