/// A moment in the Gregorian calendar, computed without any service of the system.
package struct CivilTime: Hashable, Sendable {
    /// The year.
    package let year: Int64
    /// The month, from 1.
    package let month: Int
    /// The day of the month, from 1.
    package let day: Int
    /// The hour, from 0.
    package let hour: Int
    /// The minute, from 0.
    package let minute: Int
    /// The days since 1 January 1970.
    let dayNumber: Int64

    /// Reads seconds since 1970 on a clock that is `offset` seconds ahead of UTC.
    package init(secondsSince1970: Int64, offset: Int64 = 0) {
        let seconds = secondsSince1970 + offset
        dayNumber = Self.floor(seconds, 86_400)
        let rest = Int(seconds - dayNumber * 86_400)
        hour = rest / 3600
        minute = rest / 60 % 60
        // Years are counted from March, so that the leap day is the last of its year.
        let days = dayNumber + 719_468
        let era = Self.floor(days, 146_097)
        let dayOfEra = days - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        day = Int(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
        month = Int(monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9)
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// The date, as "2 Nov 2025".
    package var date: String { "\(day) \(Self.months[month - 1]) \(year)" }

    /// The date and the time of day, as "2 Nov 2025 14:05".
    package var dateAndTime: String { "\(date) \(Self.digits(hour)):\(Self.digits(minute))" }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    private static func digits(_ number: Int) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }

    private static func floor(_ dividend: Int64, _ divisor: Int64) -> Int64 {
        (dividend - (dividend < 0 ? divisor - 1 : 0)) / divisor
    }
}
