import Chat
import Spool
import Terminal

/// Says what happens to the connection with the store.
struct StoreNotices: Sendable {
    private let output: Output

    init(_ output: Output) {
        self.output = output
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
        case .kept(let count, let path, let reason):
            output.warning(
                "The store does not take \(count) of the messages that waited. \(reason.description)"
            )
            output.hint("They are kept in \(path); ollama-chat spool shows them.")
        }
    }
}
