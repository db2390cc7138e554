/// Draws keys, among them pastes and broken bytes; the same seed draws the same keys.
struct RandomKeys {
    private static let texts = [
        "a", "word ", "é", "日本", "👨‍👩‍👧", "e\u{301}", "\t", "\\", "/", "$", "0", "9", "\"",
    ]
    private static let sequences = [
        "[A", "[B", "[C", "[D", "[H", "[F", "[3~", "[1;5D", "[13;2u", "[99999;99u", "[", "O",
        "[<1;2;3M", "]", "f", "b", "d", "\r", "y", "1", "_", "[Z", "P", "[[A", "[200~", "[201~",
    ]

    private var state: UInt64

    /// Makes a generator.
    init(seed: UInt64) { state = seed }

    /// Draws the bytes of a key.
    mutating func next() -> [UInt8] {
        switch number(in: 0...99) {
        case 0..<40: Array(Self.texts[number(in: 0...Self.texts.count - 1)].utf8)
        case 40..<60: [UInt8(number(in: 0x20...0x7E))]
        case 60..<78: [control()]
        case 78..<93: [0x1B] + Self.sequences[number(in: 0...Self.sequences.count - 1)].utf8
        case 93..<97: [UInt8(number(in: 0x80...0xFF))]
        default: paste()
        }
    }

    /// Draws a number.
    mutating func number(in range: ClosedRange<Int>) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return range.lowerBound + Int(state >> 33) % range.count
    }

    /// Not Ctrl-Z: a session without a shell goes on at once, but is in the shell's modes for a
    /// moment, in which Ctrl-\ would end it.
    private mutating func control() -> UInt8 {
        let control = UInt8(number(in: 0...0x1F))
        return control == 0x1A ? 0x1B : control
    }

    private mutating func paste() -> [UInt8] {
        let size = number(in: 0...99) == 0 ? 20_000 : number(in: 0...300)
        let bytes = (0..<size).map { _ in UInt8(number(in: 0...255)) }
        return Array("\u{1b}[200~".utf8) + bytes + Array("\u{1b}[201~".utf8)
    }
}
