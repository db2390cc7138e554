/// Lets only so many servers run at once, so that hundreds of tests do not start theirs in the same
/// moment and then all wait for each other.
///
/// Nobody waits for ever: a test may have one server and want another.
actor ServerPlaces {
    static let shared = ServerPlaces()

    private static let count = 12
    private static let patience = Duration.seconds(15)
    private var taken = 0

    /// Takes a place, when one is free or the wait was long enough.
    func enter() async {
        let deadline = ContinuousClock.now + Self.patience
        while taken >= Self.count, ContinuousClock.now < deadline {
            try? await Task.sleep(for: .milliseconds(50))
        }
        taken += 1
    }

    /// Gives a place back.
    func leave() {
        taken -= 1
    }
}
