import Terminal
import Testing

struct FormatTests {
    private static let byteCounts: [(Int64, String)] = [
        (0, "0 B"), (-5, "0 B"), (999, "999 B"), (1000, "1 kB"), (1049, "1 kB"), (1050, "1.1 kB"),
        (9949, "9.9 kB"), (9950, "10 kB"), (397_821_319, "398 MB"), (999_499, "999 kB"),
        (999_500, "1 MB"), (4_661_224_676, "4.7 GB"), (42_520_413_916, "43 GB"),
        (Int64.max, "9.2 EB"),
    ]

    @Test(arguments: byteCounts)
    func `Bytes are told in two or three digits`(bytes: Int64, text: String) {
        #expect(ByteCount.text(of: bytes) == text)
    }

    private static let durations: [(Duration, String)] = [
        (.zero, "0 ms"), (.seconds(-1), "0 ms"), (.microseconds(499), "0 ms"),
        (.milliseconds(350), "350 ms"), (.microseconds(999_600), "1 s"),
        (.milliseconds(1234), "1.2 s"), (.milliseconds(9949), "9.9 s"),
        (.milliseconds(9950), "10 s"), (.milliseconds(59_499), "59 s"),
        (.milliseconds(59_500), "1 min"), (.seconds(125), "2 min 5 s"), (.seconds(120), "2 min"),
        (.seconds(3600), "1 h"), (.seconds(12_000), "3 h 20 min"), (.seconds(86_400), "1 d"),
        (.seconds(604_800 + 7200), "7 d 2 h"),
    ]

    @Test(arguments: durations)
    func `A duration has its two most telling parts`(duration: Duration, text: String) {
        #expect(DurationText.text(of: duration) == text)
    }

    /// 2 November 2025, 14:05 UTC.
    private static let now: Int64 = 1_762_092_300

    private static let moments: [(Int64, String)] = [
        (0, "just now"), (-59, "just now"), (-60, "1 min ago"), (-3599, "59 min ago"),
        (-3600, "1 h ago"), (-14 * 3600, "14 h ago"), (-15 * 3600, "yesterday"),
        (-38 * 3600, "yesterday"), (-39 * 3600, "2 days ago"), (-6 * 86_400, "6 days ago"),
        (-7 * 86_400, "26 Oct 2025"), (30, "in a moment"), (300, "in 5 min"), (7200, "in 2 h"),
        (86_400, "tomorrow"), (3 * 86_400, "in 3 days"), (60 * 86_400, "1 Jan 2026"),
    ]

    @Test(arguments: moments)
    func `A moment is told as a person would`(distance: Int64, text: String) {
        #expect(RelativeTime.text(of: Self.now + distance, now: Self.now) == text)
    }

    @Test func `Yesterday begins at midnight of the local clock`() {
        let night = Self.now - 14 * 3600
        #expect(RelativeTime.text(of: night, now: Self.now) == "14 h ago")
        #expect(RelativeTime.text(of: night, now: Self.now, offset: -3600) == "yesterday")
        let pastMidnight = Self.now - 13 * 3600
        #expect(RelativeTime.text(of: pastMidnight - 7200, now: pastMidnight) == "2 h ago")
    }

    private static let dates: [(Int64, String)] = [
        (0, "1 Jan 1970 00:00"), (-1, "31 Dec 1969 23:59"), (now, "2 Nov 2025 14:05"),
        (951_782_400, "29 Feb 2000 00:00"), (4_107_542_400, "1 Mar 2100 00:00"),
        (253_402_300_799, "31 Dec 9999 23:59"), (-62_135_596_800, "1 Jan 1 00:00"),
    ]

    @Test(arguments: dates)
    func `A moment has a date in the calendar`(seconds: Int64, text: String) {
        #expect(CivilTime(secondsSince1970: seconds).dateAndTime == text)
    }

    @Test func `Every day follows the one before`() {
        var last = CivilTime(secondsSince1970: -86_400 * 150_000)
        for day in -149_999..<150_000 as Range<Int64> {
            let next = CivilTime(secondsSince1970: day * 86_400)
            let isNext =
                next.day == last.day + 1 && next.month == last.month && next.year == last.year
                || next.day == 1 && last.day >= 28
                    && (next.month == last.month + 1 && next.year == last.year
                        || next.month == 1 && last.month == 12 && next.year == last.year + 1)
            if !isNext { Issue.record("\(last.date) is followed by \(next.date).") }
            last = next
        }
    }

    @Test func `The local clock is within a day of UTC`() {
        #expect(abs(LocalTime.offset(at: Self.now)) <= 14 * 3600)
    }
}
