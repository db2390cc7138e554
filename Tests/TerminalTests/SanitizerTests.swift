import Terminal
import TestSupport
import Testing

struct SanitizerTests {
    private static let hostile = [
        "\u{1B}[31mred\u{1B}[0m", "\u{1B}]0;title\u{07}", "\u{9B}2J\u{85}", "a\r\nb\rc\r\r\nd\r",
        "user\u{202E}txt.exe\u{202C}", "\u{2066}x\u{2069}", "tab\tnew\nline\u{8}\u{7F}\u{0}",
        "x\u{E0041}\u{E0042}🏴\u{E0067}\u{E0062}\u{E007F}\u{E0041}🏴", "a\u{2028}b\u{2029}\u{FFF9}",
        "e\u{301}\u{1B}\u{301}", "🇩🇪\r\n👨‍👩‍👧\u{1B}",
    ]

    private func clean(_ chunks: [String]) -> String {
        var sanitizer = Sanitizer()
        let text = chunks.map { sanitizer.clean($0) }.joined()
        return text + sanitizer.finish()
    }

    private func isHarmless(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            switch scalar.value {
            case 0x09, 0x0A: true
            case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x206F, 0xFFF9...0xFFFB: false
            default: true
            }
        }
    }

    @Test(arguments: [
        ("\u{1B}[1mnot actually bold\u{1B}[0m", "␛[1mnot actually bold␛[0m"),
        ("a\tb\nc", "a\tb\nc"), ("a\r\nb", "a\nb"), ("50%\r60%", "50%␍60%"),
        ("\u{0}\u{7}\u{1F}\u{7F}", "␀␇␟␡"), ("\u{80}\u{9B}1m", "‹U+0080›‹U+009B›1m"),
        ("\u{202E}evil\u{2066}", "‹U+202E›evil‹U+2066›"), ("א\u{200F}!", "א\u{200F}!"),
        ("naïve “日本” 👩🏽‍💻", "naïve “日本” 👩🏽‍💻"),
        ("a\u{E0069}\u{E0067}b", "a‹U+E0069›‹U+E0067›b"), ("a\u{2028}b", "a‹U+2028›b"),
        (
            "🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}\u{E0061}",
            "🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}‹U+E0061›"
        ),
        ("ไทย\u{200B}ไทย", "ไทย\u{200B}ไทย"),
    ])
    func `What could command a terminal is made visible`(text: String, shown: String) {
        #expect(Sanitizer.clean(text).isIdentical(to: shown))
    }

    @Test(arguments: hostile)
    func `However a text is cut, the result is the same`(text: String) {
        let whole = Sanitizer.clean(text)
        #expect(isHarmless(whole))
        #expect(text.cuts.allSatisfy { clean($0).isIdentical(to: whole) })
    }

    @Test func `No scalar below U+3000 gets through that a terminal would obey`() {
        for value in UInt32(0)..<0x3000 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = String(Character(scalar))
            let clean = Sanitizer.clean(text)
            #expect(isHarmless(clean), "U+\(String(value, radix: 16))")
            #expect(isHarmless(text) == clean.isIdentical(to: text))
        }
    }

    @Test(arguments: 0..<20)
    func `Random chunks never let a control through`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let alphabet = Array(
            "\u{1B}\u{9B}[]31;m\r\n\t\u{7}ab é日\u{301}\u{202E}\u{2069}\u{200D}👩".unicodeScalars)
        for _ in 0..<200 {
            let chunks = (0..<Int.random(in: 0..<6, using: &random)).map { _ in
                let scalars = (0..<Int.random(in: 0..<8, using: &random)).map { _ in
                    alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
                }
                return String(String.UnicodeScalarView(scalars))
            }
            let whole = chunks.reduce(into: "") {
                $0.unicodeScalars.append(contentsOf: $1.unicodeScalars)
            }
            let result = clean(chunks)
            #expect(isHarmless(result))
            #expect(result.isIdentical(to: Sanitizer.clean(whole)))
        }
    }

    @Test func `No more tags follow a flag than a flag has`() {
        let smuggled = "🏴" + String(repeating: "\u{E0061}", count: 20)
        let clean = Sanitizer.clean(smuggled)
        #expect(clean.unicodeScalars.count { $0.value == 0xE0061 } == 7)
    }

    @Test func `In a line a blank without a width is seen`() {
        #expect(
            Sanitizer.cleanLine("pay\u{200B}pal\u{2060}\u{FEFF}")
                == "pay‹U+200B›pal‹U+2060›‹U+FEFF›")
    }

    @Test func `A line stays one line`() {
        #expect(Sanitizer.cleanLine("two\nlines\tand\r\n\u{1B}c") == "two␊lines and␊␛c")
    }

    @Test func `A finished sanitizer begins anew`() {
        var sanitizer = Sanitizer()
        #expect(sanitizer.clean("a\r") == "a")
        #expect(sanitizer.finish() == "␍")
        #expect(sanitizer.finish() == "")
        #expect(sanitizer.clean("\n") == "\n")
    }
}
