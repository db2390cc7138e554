import Synchronization

/// A width that a test changes.
final class Columns: Sendable {
    private let stored: Mutex<Int>

    /// Starts with a width.
    init(_ value: Int) {
        stored = Mutex(value)
    }

    /// The width now.
    var value: Int {
        get { stored.withLock(\.self) }
        set { stored.withLock { $0 = newValue } }
    }
}
