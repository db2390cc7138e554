/// A moment in whole microseconds since 1970, the resolution of every stored message.
///
/// Messages are ordered by it, so it is kept as an integer and written as text: a `Double` would
/// round, and two writers would disagree about the order.
public struct Timestamp: Hashable, Comparable, Sendable {
    /// Microseconds since 1970-01-01 00:00 UTC.
    public let microseconds: Int64

    /// Makes a timestamp from microseconds since 1970.
    public init(microseconds: Int64) {
        self.microseconds = microseconds
    }

    /// Makes a timestamp from seconds since 1970, rounded to the microsecond.
    ///
    /// Returns `nil` for a value that is not finite or is beyond the year 9999.
    public init?(seconds: Double) {
        guard seconds.isFinite, seconds.magnitude < 253_402_300_800 else { return nil }
        self.init(microseconds: Int64((seconds * 1_000_000).rounded()))
    }

    /// Reads decimal seconds (`1760000000.000123`) without going through a `Double`.
    ///
    /// Digits beyond the microsecond are dropped. Text in exponent notation is read as a `Double`.
    public init?(text: some StringProtocol) {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, let seconds = Int64(whole), seconds >= 0,
            seconds < 253_402_300_800
        else {
            guard let value = Double(text) else { return nil }
            self.init(seconds: value)
            return
        }
        let digits = parts.count == 2 ? parts[1].prefix(6) : ""
        guard digits.utf8.allSatisfy({ (48...57).contains($0) }) else {
            guard let value = Double(text) else { return nil }
            self.init(seconds: value)
            return
        }
        var fraction = Int64(digits) ?? 0
        for _ in digits.count..<6 { fraction *= 10 }
        self.init(microseconds: seconds * 1_000_000 + fraction)
    }

    /// Decimal seconds with six digits after the point, as stored in JSON and as score.
    public var text: String {
        let seconds = microseconds / 1_000_000
        let fraction = String(microseconds % 1_000_000)
        return "\(seconds)." + String(repeating: "0", count: 6 - fraction.count) + fraction
    }

    /// Seconds since 1970, for output where a number is wanted.
    public var seconds: Double { Double(microseconds) / 1_000_000 }

    /// The moment a number of microseconds later.
    public func advanced(byMicroseconds count: Int64) -> Timestamp {
        Timestamp(microseconds: microseconds + count)
    }

    /// Orders by time.
    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.microseconds < right.microseconds
    }
}
