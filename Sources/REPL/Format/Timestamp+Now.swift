import Chat
import Terminal

extension Timestamp {
    /// This moment, by the clock of this machine.
    static var now: Timestamp { WallClock.now() }

    /// How long ago it was, as a person would say it.
    func ago(now: Timestamp = .now) -> String {
        let seconds = now.microseconds / 1_000_000
        return RelativeTime.text(
            of: microseconds / 1_000_000, now: seconds, offset: LocalTime.offset(at: seconds))
    }
}
