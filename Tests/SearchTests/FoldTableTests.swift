import Testing

@testable import Search

@Suite struct FoldTableTests {
    private func plain(_ text: String) -> String {
        String(decoding: FoldedText.plain(text), as: UTF8.self)
    }

    @Test(arguments: [
        ("Kernel 42", "kernel 42"), ("ÀÉÎÕÜÇÑ", "aeioucn"),
        ("Straße, STRASSE, ẞ", "strasse, strasse, ss"), ("Ærø, Œuvre", "aero, oeuvre"),
        ("Łódź, đường", "lodz, duong"), ("İstanbul, ısı", "istanbul, isi"),
        ("tiếng Việt", "tieng viet"), ("Ёлка и май", "елка и маи"),
        ("Ἀθῆναι, λόγος", "αθηναι, λογοσ"),
        ("e\u{301}a\u{328}\u{301}", "ea"), ("Ｑｗｅｎ３！", "qwen3!"), ("K Å Ω", "k a ω"),
        ("don’t “quote”", "don't \"quote\""), ("soft\u{AD}hyphen, z\u{200D}w", "softhyphen, zw"),
        ("ﬁne ﬂow ﬃ", "fine flow ffi"), ("東京 カナ 한국", "東京 カナ 한국"), ("🎉", "🎉"), ("", ""),
        ("Ⴀ𐐀", "ⴀ𐐨"), ("\u{0}\u{7F}", "\u{0}\u{7F}"),
    ])
    func `Case and accents are left out`(_ text: String, _ expected: String) {
        #expect(Array(plain(text).unicodeScalars) == Array(expected.unicodeScalars))
    }

    /// The standard library compares canonically, so a letter and a mark are found by what they
    /// make together.
    @Test func `A letter with a mark is the same in one scalar and in two`() {
        let ranges: [ClosedRange<UInt32>] = [
            0x41...0x7A, 0xC0...0x24F, 0x370...0x52F, 0x1E00...0x1FFF,
        ]
        let letters = ranges.joined().compactMap(Unicode.Scalar.init).filter {
            $0.properties.isAlphabetic
        }
        let whole = Set(letters.filter { !$0.isASCII }.map { String($0) })
        var pairs = 0
        for letter in letters {
            for mark in (UInt32(0x300)...0x345).compactMap(Unicode.Scalar.init) {
                let pair = String(letter) + String(mark)
                guard let index = whole.firstIndex(of: pair) else { continue }
                pairs += 1
                #expect(plain(whole[index]) == plain(String(letter)), "\(letter) and \(mark.value)")
            }
        }
        #expect(pairs > 700)
    }

    @Test func `Every letter of a row is small, and no plain spelling has a row`() {
        let letters = FoldRows.all.flatMap { Array($0.letters.unicodeScalars) }
        #expect(Set(letters).count == letters.count)
        for letter in letters { #expect(letter.properties.lowercaseMapping == String(letter)) }
        for row in FoldRows.all {
            #expect((1...3).contains(row.plain.utf8.count))
            #expect(plain(row.plain) == row.plain)
        }
    }

    @Test func `A plain spelling stays as it is`() {
        for value in Array(UInt32(0)...0x33FF) + stride(from: 0x3400, to: 0x30000, by: 97) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let once = FoldedText.plain(String(scalar))
            #expect(FoldedText.plain(String(decoding: once, as: UTF8.self)) == once, "\(value)")
        }
    }
}
