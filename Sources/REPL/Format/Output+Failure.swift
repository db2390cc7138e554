import Chat
package import Terminal

extension CommandContext {
    /// Shows an error: what failed, and what to do next at the door that was used.
    package func report(_ failure: any Error) {
        output.report(failure, canServe: door == .prompt && startServer != nil)
    }
}

extension Output {
    /// Shows an error: what failed, and what to do next.
    ///
    /// - Parameters:
    ///   - failure: The error.
    ///   - canServe: Whether the model server can be started by a command of the prompt.
    package func report(_ failure: any Error, canServe: Bool = false) {
        switch failure {
        case is CancellationError: notice("Stopped.")
        case let failure as any ChatFailure where canServe && failure.kind == .modelServerAway:
            error(failure.description, hint: "/serve starts it here.")
        case let failure as any ChatFailure: error(failure.description, hint: failure.hint)
        default: error("Something failed: \(failure)", hint: nil)
        }
    }
}
