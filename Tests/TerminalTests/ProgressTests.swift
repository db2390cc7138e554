import Testing

@testable import Terminal

@Suite struct ProgressTests {
    @Test func `How much, how fast and how long is told as soon as it is known`() {
        func text(_ done: Int, _ seconds: Double) -> String {
            Progress.text("Indexing", .count("messages"), done, of: 2000, after: seconds)
        }
        #expect(text(0, 0.1) == "Indexing 0 of 2000 messages (0 %)")
        #expect(text(500, 0.2) == "Indexing 500 of 2000 messages (25 %)")
        #expect(text(500, 2) == "Indexing 500 of 2000 messages (25 %), 250 a second, 6 s left")
        #expect(text(2000, 8) == "Indexing 2000 of 2000 messages (100 %), 250 a second")
    }

    @Test func `Bytes are told as such, and what was there before is not part of the speed`() {
        func text(_ done: Int, found: Int) -> String {
            Progress.text(
                "Pulling m", .bytes, done, of: 274_000_000, foundBefore: found, after: 2)
        }
        #expect(
            text(137_000_000, found: 0)
                == "Pulling m 137 MB of 274 MB (50 %), 69 MB a second, 2 s left")
        #expect(
            text(137_000_000, found: 135_000_000)
                == "Pulling m 137 MB of 274 MB (50 %), 1 MB a second, 2 min 17 s left")
        #expect(text(137_000_000, found: 137_000_000) == "Pulling m 137 MB of 274 MB (50 %)")
    }
}
