import Synchronization

/// The rows of the list that was shown last, for the completion beside the prompt.
package final class ShownRows: Sendable {
    private let candidates = Mutex<[Candidate]>([])

    /// Knows of no list.
    package init() {}

    /// Takes the rows of another list.
    func show(_ rows: [Candidate]) {
        candidates.withLock { $0 = rows }
    }

    /// The rows whose number begins with a text.
    func beginning(with text: String) -> [Candidate] {
        candidates.withLock { rows in rows.filter { $0.text.hasPrefix(text) } }
    }
}
