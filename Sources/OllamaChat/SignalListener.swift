import Dispatch
import Platform
import Synchronization

/// The one place that listens to signals, and tells all who watch.
///
/// A source stays once it is made: while one goes and another comes, a signal would be lost.
final class SignalListener: Sendable {
    private struct Watcher {
        let numbers: [Int32]
        let signals: AsyncStream<Int32>.Continuation
    }

    private struct State {
        var sources: [Int32: any DispatchSourceSignal] = [:]
        var watchers: [Int: Watcher] = [:]
        var count = 0
    }

    /// The listener of the process.
    static let shared = SignalListener()

    private let state = Mutex(State())

    /// Begins to hand signals to a stream.
    ///
    /// - Returns: A number that ``remove(_:)`` takes.
    func add(_ numbers: [Int32], _ signals: AsyncStream<Int32>.Continuation) -> Int {
        state.withLock { state in
            state.count += 1
            state.watchers[state.count] = Watcher(numbers: numbers, signals: signals)
            for number in numbers where state.sources[number] == nil {
                state.sources[number] = source(for: number)
            }
            return state.count
        }
    }

    /// Hands no more signals to a stream, and ends it behind those that came.
    func remove(_ id: Int) {
        state.withLock { $0.watchers.removeValue(forKey: id) }?.signals.finish()
    }

    private func tell(_ number: Int32) {
        let watchers = state.withLock { Array($0.watchers.values) }
        for watcher in watchers where watcher.numbers.contains(number) {
            watcher.signals.yield(number)
        }
    }

    private func source(for number: Int32) -> sending any DispatchSourceSignal {
        // The default action would end the program before the source is told.
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number)
        source.setEventHandler { @Sendable in self.tell(number) }
        // A signal that comes before the system is told would be ignored.
        let registered = DispatchSemaphore(value: 0)
        source.setRegistrationHandler { @Sendable in registered.signal() }
        source.resume()
        registered.wait()
        return source
    }
}
