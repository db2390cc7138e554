package import Chat
import Synchronization

/// What happens to the connection with the store.
package enum StoreChange: Sendable {
    /// The store is away; what is said meanwhile is kept in a file.
    case away(any ChatFailure, path: String)
    /// The store is back and has so many messages more, some of them perhaps of an earlier run.
    case back(messages: Int)
    /// Others went on in a session meanwhile, so a reply that waited is in a branch of its own.
    case branched(Session)
    /// Messages that the store does not take are kept in a file.
    case kept(messages: Int, path: String, reason: any ChatFailure)
    /// Some lines of an ended program's file could not be read, so the file is kept.
    case damaged(lines: Int, path: String)
}

/// Whether the store is away, for whoever wants to show it.
package final class StoreStatus: Sendable {
    private let away = Mutex(false)

    /// Makes a status: the store is taken to be there.
    package init() {}

    /// Whether the store is away.
    package var isAway: Bool { away.withLock { $0 } }

    /// Notes whether the store is away.
    func set(isAway: Bool) { away.withLock { $0 = isAway } }
}
