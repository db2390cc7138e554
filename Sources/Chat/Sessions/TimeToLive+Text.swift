extension TimeToLive {
    private static let units: [Character: Int] = [
        "s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800,
    ]

    /// Reads a duration: a number of seconds, a number with `s`, `m`, `h`, `d` or `w` behind it,
    /// or `keep` for ever.
    ///
    /// Returns `nil` for anything else, and for zero.
    public init?(text: String) {
        if text == "keep" {
            self = .forever
            return
        }
        let unit = text.last.flatMap { Self.units[$0] }
        let digits = unit == nil ? text[...] : text.dropLast()
        guard let count = Int(digits), count > 0 else { return nil }
        let (seconds, isTooLong) = count.multipliedReportingOverflow(by: unit ?? 1)
        // Redis refuses deadlines beyond its clock; ten thousand years are long enough.
        guard !isTooLong, seconds <= 315_360_000_000 else { return nil }
        self = .seconds(seconds)
    }
}
