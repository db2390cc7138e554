/// Waits until something holds, looking again every few milliseconds.
///
/// - Returns: Whether it came to hold before the deadline.
package func eventually(
    within deadline: Duration = Patience.limit, _ condition: @Sendable () async throws -> Bool
) async rethrows -> Bool {
    let end = ContinuousClock.now + deadline
    while ContinuousClock.now < end {
        if try await condition() { return true }
        try? await Task.sleep(for: .milliseconds(5))
    }
    return try await condition()
}
