internal import Synchronization

/// Tells of the waiting of several connections as if it were one.
final class WaitTeller: Sendable {
    private let tell: @Sendable (RedisWait) -> Void
    private let waiting = Mutex(0)

    /// Makes a teller for a listener.
    init(_ tell: @escaping @Sendable (RedisWait) -> Void) {
        self.tell = tell
    }

    /// Notes that one more connection waits.
    func begin() { waiting.withLock { $0 += 1 } }

    /// Tells how far the server has come.
    func report(_ progress: LoadingProgress) { tell(.loading(progress)) }

    /// Notes that a connection waits no more, and tells it when it was the last one.
    func end() {
        let isLast = waiting.withLock { count in
            count -= 1
            return count == 0
        }
        if isLast { tell(.over) }
    }
}
