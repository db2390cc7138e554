package import Chat

/// Moments as dates in UTC (ISO 8601).
package enum UTCTime {
    /// Date and time of day to the second, for people: `2025-10-09 08:53:20`.
    package static func short(_ timestamp: Timestamp) -> String {
        let (date, time, _) = parts(of: timestamp)
        return "\(date) \(time)"
    }

    /// Date and time of day to the microsecond: `2025-10-09T08:53:20.000123Z`.
    static func exact(_ timestamp: Timestamp) -> String {
        let (date, time, microseconds) = parts(of: timestamp)
        return "\(date)T\(time).\(padded(microseconds, to: 6))Z"
    }

    /// Reads a date with a time of day; without an offset it is taken as UTC.
    package static func timestamp(of text: String) -> Timestamp? {
        var reader = DateReader(text)
        guard let year = reader.number(4), reader.take("-"), let month = reader.number(2),
            reader.take("-"), let day = reader.number(2), (1970...9999).contains(year),
            (1...12).contains(month), (1...31).contains(day), reader.take("T") || reader.take(" "),
            let hour = reader.number(2), reader.take(":"), let minute = reader.number(2),
            hour < 24, minute < 60
        else { return nil }
        let second = reader.take(":") ? reader.number(2) : 0
        let fraction = reader.fraction()
        guard let second, second <= 60, let fraction, let offset = reader.offset(), reader.isAtEnd
        else { return nil }
        let seconds =
            days(year: year, month: month, day: day) * 86_400 + hour * 3600 + minute * 60 + second
            - offset
        guard seconds >= 0 else { return nil }
        return Timestamp(microseconds: Int64(seconds) * 1_000_000 + Int64(fraction))
    }

    private static func parts(of timestamp: Timestamp) -> (String, String, Int) {
        let microseconds = max(Int(timestamp.microseconds), 0)
        let seconds = microseconds / 1_000_000
        let (year, month, day) = date(daysSince1970: seconds / 86_400)
        let second = seconds % 86_400
        return (
            "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))",
            "\(padded(second / 3600, to: 2)):\(padded(second / 60 % 60, to: 2)):"
                + padded(second % 60, to: 2),
            microseconds % 1_000_000
        )
    }

    private static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(width - digits.count, 0)) + digits
    }

    /// Days since 1970 of a date in the Gregorian calendar; years begin in March, so that the day
    /// that some of them have more is their last one.
    private static func days(year: Int, month: Int, day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let era = year / 400
        let yearOfEra = year % 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
            - 719_468
    }

    private static func date(daysSince1970 days: Int) -> (Int, Int, Int) {
        let days = days + 719_468
        let era = days / 146_097
        let dayOfEra = days % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }
}
