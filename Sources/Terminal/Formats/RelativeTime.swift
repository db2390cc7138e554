/// Writes when something was or will be, as a person would say it now.
package enum RelativeTime {
    /// "just now", "3 min ago", "yesterday", "2 Nov 2025"; "in 3 h" and "tomorrow" ahead of now.
    ///
    /// Both moments are seconds since 1970; `offset` is how far local time is ahead of UTC.
    package static func text(of moment: Int64, now: Int64, offset: Int64 = 0) -> String {
        let then = CivilTime(secondsSince1970: moment, offset: offset)
        let today = CivilTime(secondsSince1970: now, offset: offset)
        let days = abs(then.dayNumber - today.dayNumber)
        let distance = abs(now - moment)
        let isPast = moment <= now
        if distance < 60 { return isPast ? "just now" : "in a moment" }
        if distance < 3600 { return phrase(distance / 60, "min", isPast) }
        // Late at night "yesterday" would be true and of no use.
        if days == 0 || distance < 6 * 3600 { return phrase(distance / 3600, "h", isPast) }
        if days == 1 { return isPast ? "yesterday" : "tomorrow" }
        return days < 7 ? phrase(days, "days", isPast) : then.date
    }

    private static func phrase(_ count: Int64, _ unit: String, _ isPast: Bool) -> String {
        isPast ? "\(count) \(unit) ago" : "in \(count) \(unit)"
    }
}
