import Chat
import Testing

@testable import REPL

@Suite struct PointInTimeTests {
    /// 3 March 2026, 14:00 UTC.
    private let now = Timestamp(microseconds: 1_772_546_400_000_000)

    private func seconds(_ text: String, east offset: Int64 = 0) -> Int64? {
        PointInTime(text, now: now, offset: { _ in offset }).map {
            $0.timestamp.microseconds / 1_000_000
        }
    }

    @Test func `A duration counts back from now`() {
        #expect(seconds("30s") == 1_772_546_370)
        #expect(seconds("90m") == 1_772_541_000)
        #expect(seconds("12h", east: 3600) == 1_772_503_200)
        #expect(seconds("7d") == 1_771_941_600)
        #expect(seconds("2w") == 1_771_336_800)
        // Longer ago than the clock goes.
        #expect(seconds("9000w") == 0)
    }

    @Test func `A date begins with its first second on the clock on the wall`() {
        #expect(seconds("2026-01-31") == 1_769_817_600)
        #expect(seconds("2026-01-31", east: 3600) == 1_769_814_000)
        #expect(seconds("2026-01", east: -7200) == 1_767_232_800)
        #expect(seconds("2026") == 1_767_225_600)
        #expect(seconds("2024-02-29") == 1_709_164_800)
        #expect(seconds("1970", east: 3600) == 0)
    }

    @Test func `A date can have a time of day, also one of elsewhere`() {
        #expect(seconds("2026-01-31T14:05", east: 3600) == 1_769_864_700)
        #expect(seconds("2026-01-31 14:05:10") == 1_769_868_310)
        #expect(seconds("2026-01-31T14:05Z", east: 3600) == 1_769_868_300)
        #expect(seconds("2026-01-31T14:05+02:00") == 1_769_861_100)
    }

    @Test func `Today and yesterday begin at midnight`() {
        #expect(seconds("today") == 1_772_496_000)
        #expect(seconds("yesterday") == 1_772_409_600)
        // It is the 4th already in Auckland, where the 4th began at 11:00 UTC.
        #expect(seconds("today", east: 13 * 3600) == 1_772_535_600)
    }

    @Test func `The clock of the day itself counts, whatever it shows now`() {
        // An hour more from 29 March 2026, 01:00 UTC.
        let summer: (Int64) -> Int64 = { $0 >= 1_774_746_000 ? 7200 : 3600 }
        let day = PointInTime("2026-03-30", now: now, offset: summer)?.timestamp
        #expect(day?.microseconds == 1_774_821_600_000_000)
        let before = PointInTime("2026-03-29", now: now, offset: summer)?.timestamp
        #expect(before?.microseconds == 1_774_738_800_000_000)
    }

    @Test(arguments: [
        "", "soon", "7", "7x", "-7d", "keep", "0d", "2026-13", "2026-02-31", "2026-02-29",
        "26-01-01",
        "2026-1-1", "2026-01-31T", "2026-01-31T25:00", "1969", "2026-01-31x", "T14:05",
        "99999999999999999w",
    ])
    func `Anything else is no time`(text: String) {
        #expect(seconds(text) == nil)
    }
}
