import Chat
package import Terminal

extension Output {
    /// Shows an error: what failed, and what to do next.
    package func report(_ failure: any Error) {
        switch failure {
        case is CancellationError: notice("Stopped.")
        case let failure as any ChatFailure: error(failure.description, hint: failure.hint)
        default: error("Something failed: \(failure)", hint: nil)
        }
    }
}
