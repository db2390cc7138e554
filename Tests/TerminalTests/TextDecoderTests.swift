import Terminal
import TestSupport
import Testing

struct TextDecoderTests {
    private func decode(_ chunks: [[UInt8]]) -> String {
        var decoder = TextDecoder()
        return chunks.map { decoder.decode($0) }.joined() + decoder.finish()
    }

    @Test func `A character that is cut in two waits for its end`() {
        var decoder = TextDecoder()
        #expect(decoder.decode([0x61, 0xF0, 0x9F]) == "a")
        #expect(decoder.decode([0x91]) == "")
        #expect(decoder.decode([0xA9, 0x62]) == "👩b")
        #expect(decoder.finish() == "")
    }

    @Test(arguments: 0..<20)
    func `However bytes are cut, the text is the same`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let pieces =
            ["a", "é", "日", "👩", "\u{1B}"].map { Array($0.utf8) } + [[0xFF], [0xE3], [0x80]]
        let bytes = (0..<60).flatMap { _ in
            pieces[Int.random(in: pieces.indices, using: &random)]
        }
        var chunks: [[UInt8]] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            chunks.append(Array(rest.prefix(Int.random(in: 1...5, using: &random))))
            rest = rest.dropFirst(chunks[chunks.count - 1].count)
        }
        #expect(decode(chunks) == String(decoding: bytes, as: UTF8.self))
    }

    @Test func `What has no end is repaired in the end`() {
        #expect(decode([[0x61, 0xE3, 0x81]]) == "a\u{FFFD}")
    }
}
