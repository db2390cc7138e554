/// What a terminal shows of a text with the sequences of SGR and OSC 8, and no others.
struct PaintedText: Equatable {
    /// The text without sequences.
    private(set) var plain = ""
    /// For each scalar the attributes that it has, and the address that a click on it leads to.
    private(set) var looks: [String] = []
    /// What is in the text that a terminal would obey and that is neither of the two.
    private(set) var strangers: [String] = []

    /// Reads a text.
    init(_ text: String) {
        var rest = text.unicodeScalars[...]
        var (attributes, link) = ("", "")
        while let scalar = rest.popFirst() {
            guard scalar == "\u{1B}" else {
                take(scalar, "\(attributes) \(link)")
                continue
            }
            if rest.popFirst() == "[" {
                let parameters = rest.prefix { $0.properties.isASCIIHexDigit || $0 == ";" }
                rest = rest[parameters.endIndex...]
                attributes = String(parameters) == "0" ? "" : String(parameters)
                if rest.popFirst() != "m" { strangers.append("CSI") }
            } else if rest.starts(with: "8;;".unicodeScalars) {
                let address = rest.dropFirst(3).prefix { $0 != "\u{1B}" }
                link = String(address)
                if !address.allSatisfy({ $0.value > 0x20 && $0.value < 0x7F }) {
                    strangers.append("address")
                }
                rest = rest[address.endIndex...].dropFirst(2)
            } else {
                strangers.append("ESC")
            }
        }
        if !attributes.isEmpty || !link.isEmpty { strangers.append("left on") }
    }

    private mutating func take(_ scalar: Unicode.Scalar, _ look: String) {
        switch scalar.value {
        case 0x0A where look != " ": strangers.append("newline within a style")
        case 0x00..<0x09, 0x0B..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069:
            strangers.append("U+\(String(scalar.value, radix: 16))")
        default: break
        }
        plain.unicodeScalars.append(scalar)
        looks.append(look)
    }

    /// The attributes of the first place where a text stands.
    func look(of text: String) -> String? {
        guard let range = plain.firstRange(of: text) else { return nil }
        let start = plain.unicodeScalars.distance(
            from: plain.unicodeScalars.startIndex, to: range.lowerBound)
        return looks[start...].first.map { $0.hasSuffix(" ") ? String($0.dropLast()) : $0 }
    }
}
