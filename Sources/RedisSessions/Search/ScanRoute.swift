import Chat
import Search

/// What is read of the sessions, in the order in which it is read.
protocol ScanRoute: Sendable {
    /// What the words of the query are known to weigh; `nil` where that is learned by reading.
    var statistics: ReadStatistics? { get }

    /// What is to be read next; nothing at the end.
    mutating func next(_ count: Int) async throws -> [ScanTarget]

    /// Takes note of how many hits were found so far.
    mutating func note(found: Int)
}

extension ScanRoute {
    /// Everything is read, so that this is learned.
    var statistics: ReadStatistics? { nil }

    /// All is read, whatever was found.
    mutating func note(found: Int) {}
}

/// Something to read of a session.
struct ScanTarget: Sendable {
    /// Which of its messages.
    enum Part: Sendable {
        /// All from a rank on.
        case ranks(from: Int)
        /// Those that were said at some moments.
        case moments([Timestamp])
    }

    let id: SessionID
    let part: Part
}
