package import Chat
import Terminal
import Transcripts

/// A moment as people type it: how long ago it was, or a date on their calendar.
///
/// `7d`, `12h`, `today`, `yesterday`, `2026`, `2026-01`, `2026-01-31`, `2026-01-31T14:05`. A date
/// begins at its first second, by the clock on the wall unless an offset such as `Z` follows it.
package struct PointInTime: Hashable, Sendable {
    /// How to type one, for the end of a complaint.
    static let advice = "Use a duration such as 7d, or a date such as 2026-01-31."

    /// The moment.
    package let timestamp: Timestamp

    /// Reads a moment, or gives `nil` for anything else.
    ///
    /// - Parameters:
    ///   - text: What was typed.
    ///   - now: What durations count back from.
    ///   - offset: The seconds that local time is ahead of UTC at a moment.
    package init?(
        _ text: String, now: Timestamp, offset: (Int64) -> Int64 = LocalTime.offset
    ) {
        let found =
            Self.ago(text, now: now) ?? Self.day(text, now: now, offset: offset)
            ?? Self.date(text, offset: offset)
        guard let found else { return nil }
        timestamp = found
    }

    private static func ago(_ text: String, now: Timestamp) -> Timestamp? {
        // A number alone is a year.
        guard text.last?.isLetter == true, case .seconds(let seconds) = TimeToLive(text: text)
        else { return nil }
        let moment = now.advanced(byMicroseconds: -Int64(seconds) * 1_000_000)
        return max(moment, Timestamp(microseconds: 0))
    }

    private static func day(
        _ text: String, now: Timestamp, offset: (Int64) -> Int64
    ) -> Timestamp? {
        let days: [String: Int64] = ["today": 0, "yesterday": 1]
        guard let back = days[text] else { return nil }
        let seconds = now.microseconds / 1_000_000
        let today = (seconds + offset(seconds)) / 86_400
        return local((today - back) * 86_400, offset: offset)
    }

    private static func date(_ text: String, offset: (Int64) -> Int64) -> Timestamp? {
        guard let end = text.firstIndex(where: { "Tt ".contains($0) }) else {
            let whole = text + ["-01-01", "-01", ""][min(text.count { $0 == "-" }, 2)]
            return moment(whole + "T00:00", date: whole, offset: offset)
        }
        let date = String(text[..<end])
        return moment("\(date)T\(text[text.index(after: end)...])", date: date, offset: offset)
    }

    private static func moment(
        _ text: String, date: String, offset: (Int64) -> Int64
    ) -> Timestamp? {
        guard let moment = UTCTime.timestamp(of: text) else { return nil }
        // What takes an offset has none yet.
        guard let local = UTCTime.timestamp(of: text + "Z") else { return moment }
        // 31 February is no date.
        guard UTCTime.short(local).hasPrefix(date) else { return nil }
        return self.local(local.microseconds / 1_000_000, offset: offset)
    }

    /// The moment at which the clock on the wall shows some seconds since 1970.
    private static func local(_ seconds: Int64, offset: (Int64) -> Int64) -> Timestamp {
        let guess = seconds - offset(seconds)
        return Timestamp(microseconds: max(0, seconds - offset(guess)) * 1_000_000)
    }
}
