import Chat
import Testing

@Suite struct TimestampTests {
    @Test(arguments: [
        ("1760000000.000123", 1_760_000_000_000_123), ("1234567890", 1_234_567_890_000_000),
        ("1.5", 1_500_000), ("0.0000019", 1), ("1.76e9", 1_760_000_000_000_000),
    ])
    func `Decimal seconds are read to the microsecond`(text: String, microseconds: Int64) {
        #expect(Timestamp(text: text)?.microseconds == microseconds)
    }

    @Test(arguments: ["", "yesterday", "nan", "inf", "1e300", "99999999999999999999", "1.2.3"])
    func `What is no time is refused`(text: String) {
        #expect(Timestamp(text: text) == nil)
    }

    @Test func `Text has six digits behind the point and reads back`() {
        let time = Timestamp(microseconds: 1_760_000_000_000_042)
        #expect(time.text == "1760000000.000042")
        #expect(Timestamp(text: time.text) == time)
    }
}
