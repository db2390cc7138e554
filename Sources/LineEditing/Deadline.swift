import Dispatch
import Synchronization

/// Waits on a thread of our own for asynchronous work, for a limited time.
enum Deadline {
    /// Runs the work as a task, and cancels it when the time is over.
    ///
    /// - Returns: The result; `nil` if it was not there in time.
    static func wait<Result: Sendable>(
        forSeconds seconds: Int, _ work: @escaping @Sendable () async -> Result
    ) -> Result? {
        let answer = Answer<Result>()
        let task = Task.detached { answer.give(await work()) }
        defer { task.cancel() }
        return answer.wait(until: .now() + .seconds(seconds))
    }
}

private final class Answer<Value: Sendable>: Sendable {
    private let value = Mutex<Value?>(nil)
    private let given = DispatchSemaphore(value: 0)

    /// Gives the answer.
    func give(_ new: Value) {
        value.withLock { $0 = new }
        given.signal()
    }

    /// Waits for the answer.
    func wait(until time: DispatchTime) -> Value? {
        _ = given.wait(timeout: time)
        return value.withLock { $0 }
    }
}
