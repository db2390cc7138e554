import Chat
import Testing

@testable import Ollama

@Suite struct ServerTimeTests {
    @Test(
        arguments: [
            ("2026-11-22T18:12:04.333656203Z", 1795371124), ("2026-11-22T18:12:04Z", 1795371124),
            ("2026-11-22T20:12:04.3+02:00", 1795371124), ("soon", nil), ("", nil), ("1.5", nil),
        ] as [(String, Double?)])
    func `Times are read with their fraction and their offset`(text: String, seconds: Double?) {
        #expect(ServerTime.timestamp(text)?.seconds == seconds)
    }
}
