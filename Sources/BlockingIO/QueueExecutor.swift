import Dispatch

/// Runs the jobs of an actor on a dispatch queue of its own.
///
/// Actors that call blocking C use it, so that the threads of the cooperative pool never block.
/// `DispatchSerialQueue`, which is an executor by itself, does not exist on Linux.
package final class QueueExecutor: SerialExecutor {
    private let queue: DispatchQueue

    /// Makes an executor.
    ///
    /// - Parameter label: The name of the queue, seen in debuggers.
    package init(label: String) {
        queue = DispatchQueue(label: label)
    }

    /// Puts a job into the queue.
    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let executor = asUnownedSerialExecutor()
        queue.async { job.runSynchronously(on: executor) }
    }

    /// A reference for actors, which give it from `unownedExecutor`.
    package func asUnownedSerialExecutor() -> UnownedSerialExecutor {
        UnownedSerialExecutor(ordinary: self)
    }
}
