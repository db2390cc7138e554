import Chat
import PrivateRedis
import Redis
import Spool
import Synchronization
import Terminal

/// Says what happens to the store and to the connection with it.
final class StoreNotices: Sendable {
    private let output: Output
    private let isLoading = Mutex(false)

    init(_ output: Output) {
        self.output = output
    }

    /// Says what the user should know about the data of the private store.
    func tell(_ notice: PrivateRedisNotice) {
        output.warning(notice.description)
        output.hint(notice.hint)
    }

    /// Says that the store is loading its data, when that begins and when it is over.
    func tell(_ wait: RedisWait) {
        let wasLoading = isLoading.withLock { isLoading in
            defer { isLoading = if case .loading = wait { true } else { false } }
            return isLoading
        }
        switch wait {
        case .loading(let progress) where !wasLoading:
            let part = progress.fraction.map { " (\(Int($0 * 100)) % so far)" } ?? ""
            output.notice("The store is loading its data\(part). What needs it waits.")
        case .over where wasLoading: output.notice("The store has loaded its data.")
        default: break
        }
    }

    /// Says what has happened.
    func tell(_ change: StoreChange) {
        switch change {
        case .away(let failure, let path):
            output.warning("The store is not connected. \(failure.description)")
            if let hint = failure.hint { output.hint(hint) }
            output.notice(
                "Chatting goes on. What is said is kept in \(path) until the store is back.")
        case .back(let count):
            let waited =
                count == 1 ? "1 message that waited was" : "\(count) messages that waited were"
            output.notice(
                count == 0
                    ? "The store is connected again." : "The store is connected; \(waited) stored.")
        case .branched(let branch):
            output.notice(
                "Others went on in a session meanwhile, so a reply that waited is in a branch of "
                    + "its own: \(branch.name ?? branch.id.text)")
        case .kept(let count, let path, let reason):
            output.warning(
                "The store does not take \(count) of the messages that waited. \(reason.description)"
            )
            output.hint("They are kept in \(path); ollama-chat spool shows them.")
        case .damaged(let count, let path):
            output.warning(
                "\(count == 1 ? "1 line" : "\(count) lines") of what waited for the store could not "
                    + "be read. The rest is stored.")
            output.hint("The file is kept as it was: \(path)")
        }
    }
}
