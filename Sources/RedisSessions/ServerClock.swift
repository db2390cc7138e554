import Chat
import Synchronization

/// The server's time as this program estimates it without asking.
///
/// It orders the list of sessions among programs on several machines; messages get their stamps
/// from the server itself.
final class ServerClock: Sendable {
    private let offset = Mutex<Int64>(0)

    /// Takes a stamp that the server has just made.
    func learn(from stamp: Timestamp) {
        offset.withLock { $0 = stamp.microseconds - WallClock.now().microseconds }
    }

    /// This moment.
    func now() -> Timestamp {
        WallClock.now().advanced(byMicroseconds: offset.withLock { $0 })
    }
}
