/// Writes how long something took, as "350 ms", "1.2 s" or "2 min 5 s".
package enum DurationText {
    /// The two most telling parts of a duration; a negative one counts as none.
    package static func text(of duration: Duration) -> String {
        let parts = min(max(.zero, duration), longest).components
        let milliseconds =
            parts.seconds * 1000 + (parts.attoseconds + 500_000_000_000_000) / 1_000_000_000_000_000
        if milliseconds < 1000 { return "\(milliseconds) ms" }
        let tenths = (milliseconds + 50) / 100
        if tenths < 100 {
            return tenths % 10 == 0 ? "\(tenths / 10) s" : "\(tenths / 10).\(tenths % 10) s"
        }
        let seconds = (milliseconds + 500) / 1000
        if seconds < 3600 { return pair(seconds, "s", of: 60, "min") }
        let minutes = (seconds + 30) / 60
        if minutes < 24 * 60 { return pair(minutes, "min", of: 60, "h") }
        return pair((minutes + 30) / 60, "h", of: 24, "d")
    }

    /// Some thirty thousand years, so that no number overflows.
    private static let longest = Duration.seconds(1_000_000_000_000)

    private static func pair(_ count: Int64, _ small: String, of size: Int64, _ large: String)
        -> String
    {
        let parts = [(count / size, large), (count % size, small)].filter { $0.0 > 0 }
        return parts.map { "\($0.0) \($0.1)" }.joined(separator: " ")
    }
}
