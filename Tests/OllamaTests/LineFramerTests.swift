import Testing

@testable import Ollama

struct LineFramerTests {
    private func texts(_ lines: [ArraySlice<UInt8>]) -> [String] {
        lines.map { String(decoding: $0, as: UTF8.self) }
    }

    @Test func `Lines come whole from however many reads`() throws {
        let text = "ä\n\nbb\r\n{\"日本\":\"🙂\"}\nrest"
        let bytes = Array(text.utf8)
        for size in 1...bytes.count {
            var framer = LineFramer()
            var lines: [String] = []
            for start in stride(from: 0, to: bytes.count, by: size) {
                let piece = Array(bytes[start..<min(start + size, bytes.count)])
                lines += texts(try framer.lines(adding: piece))
            }
            #expect(lines == ["ä", "bb\r", "{\"日本\":\"🙂\"}"])
            #expect(framer.lastLine().map { texts([$0]) } == ["rest"])
            #expect(framer.lastLine() == nil)
        }
    }

    @Test func `A line without end is refused`() throws {
        var framer = LineFramer(longestLine: 4)
        #expect(texts(try framer.lines(adding: Array("abcd\nab".utf8))) == ["abcd"])
        #expect(throws: LineFramer.LineTooLong.self) {
            try framer.lines(adding: Array("cde".utf8))
        }
    }
}
