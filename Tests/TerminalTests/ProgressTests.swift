import Testing

@testable import Terminal

@Suite struct ProgressTests {
    @Test func `How much, how fast and how long is told as soon as it is known`() {
        func text(_ done: Int, _ seconds: Double) -> String {
            Progress.text("Indexing", "messages", done, of: 2000, after: seconds)
        }
        #expect(text(0, 0.1) == "Indexing 0 of 2000 messages (0 %)")
        #expect(text(500, 0.2) == "Indexing 500 of 2000 messages (25 %)")
        #expect(text(500, 2) == "Indexing 500 of 2000 messages (25 %), 250 a second, 6 s left")
        #expect(text(2000, 8) == "Indexing 2000 of 2000 messages (100 %), 250 a second")
    }
}
