import Chat
import PlatformFoundation

/// Times as a server writes them: `2026-11-22T18:12:04.333656203Z`, or with an offset at the end.
enum ServerTime {
    /// The moment, to the second.
    static func timestamp(_ text: String) -> Timestamp? {
        guard let point = text.firstIndex(of: ".") else { return moment(text) }
        let zone = text[point...].dropFirst().drop { $0.isNumber }
        return moment(text[..<point] + zone)
    }

    private static func moment(_ text: some StringProtocol) -> Timestamp? {
        guard let date = try? Date(String(text), strategy: .iso8601) else { return nil }
        return Timestamp(seconds: date.timeIntervalSince1970)
    }
}
