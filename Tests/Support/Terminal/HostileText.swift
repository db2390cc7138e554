/// Texts of those who want to take over the terminal of a reader, or to deceive him.
package enum HostileText {
    /// The texts; what erases to the end of a line is not among them, for the program does so.
    package static let all = [
        // The clipboard is written, and asked for; the title is set, and sent back as if typed.
        "\u{1B}]52;c;ZXZpbA==\u{7}", "\u{1B}]52;c;?\u{1B}\\", "\u{1B}]0;title\u{7}",
        "\u{1B}]2;title\u{1B}\\\u{1B}[21t", "\u{9D}52;c;ZXZpbA==\u{9C}",
        // The terminal is asked for what it would type.
        "\u{1B}P$q\"p\u{1B}\\", "\u{90}$qm\u{9C}", "\u{1B}[6n", "\u{1B}[c", "\u{5}", "\u{1B}Z",
        // The cursor moves, the screen is cleared, left for another one, or locked.
        "\u{1B}[2J\u{1B}[H", "\u{1B}[1A\u{1B}[2M", "\u{9B}2J", "\u{1B}[?1049h", "\u{1B}c",
        "\u{1B}[?1000h\u{1B}[?2004h", "\u{1B}(0", "\u{E}", "\u{8}\u{8}\u{8}safe", "safe\r# rm",
        "\u{1B}]8;;https://evil.example\u{1B}\\ok\u{1B}]8;;\u{1B}\\", "\u{1B}]9;note\u{7}",
        "\u{1B}Ptmux;\u{1B}\u{1B}]52;c;YQ==\u{7}\u{1B}\\", "\u{1B}_Gf=100;AAAA\u{1B}\\", "\u{1B}#8",
        "\u{1B}[31;5mred", "\u{7}ring\u{7}", "\u{7F}\u{0}\u{18}\u{1A}", "\u{85}next", "\u{B}\u{C}",
        // The order of letters is turned round, and letters are there that nobody sees.
        "\u{202E}txt.exe\u{202C}", "\u{2066}a\u{2069}\u{2067}b\u{2069}", "\u{2028}\u{2029}",
        "\u{E0068}\u{E0069}", "\u{FFF9}a\u{FFFA}b\u{FFFB}", "\u{206E}1\u{206F}",
    ]

    /// What the program itself sends: a spinner drawn, and removed.
    private static let own =
        ["\u{1B}[K", "\r\u{1B}[K", "\u{1B}7 ", "\u{1B}8"] + "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏".map { "\r\($0)" }

    /// The first character of a text that was shown which no terminal may get, if there is one.
    package static func firstOffence(in shown: String) -> Unicode.Scalar? {
        let own = own.map { Array($0.unicodeScalars) }
        var rest = Array(shown.unicodeScalars)[...]
        while let first = rest.first {
            if let sequence = own.first(where: { rest.starts(with: $0) }) {
                rest = rest.dropFirst(sequence.count)
            } else if isHostile(first) {
                return first
            } else {
                rest = rest.dropFirst()
            }
        }
        return nil
    }

    private static func isHostile(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0..<0x20, 0x7F..<0xA0: true
        case 0x2028...0x202E, 0x2066...0x206F, 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
        default: false
        }
    }
}
