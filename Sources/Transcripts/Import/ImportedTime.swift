import Chat

/// A moment in JSON that others wrote: seconds or smaller units as a number or a text, or a date.
struct ImportedTime: Decodable {
    /// The moment, or `nil` where it is none.
    let timestamp: Timestamp?

    /// Reads a moment.
    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Double.self) {
            timestamp = Self.timestamp(number)
        } else {
            timestamp = Self.timestamp(try container.decode(String.self))
        }
    }

    /// The moment of a number of seconds, or of thousandths and so on where they would be a time
    /// far beyond the year 5000.
    static func timestamp(_ number: Double) -> Timestamp? {
        guard number.isFinite, number > 0 else { return nil }
        var seconds = number
        while seconds >= 100_000_000_000 { seconds /= 1000 }
        return Timestamp(seconds: seconds)
    }

    /// The moment of a text.
    static func timestamp(_ text: String) -> Timestamp? {
        guard text.utf8.count <= 40 else { return nil }
        if let date = UTCTime.timestamp(of: text) { return date }
        guard let time = Timestamp(text: text), time.microseconds > 0 else { return nil }
        return time.microseconds < 100_000_000_000_000_000 ? time : timestamp(time.seconds)
    }
}
