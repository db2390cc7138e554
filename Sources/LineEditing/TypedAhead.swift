/// Lines that were typed and submitted between two reads, as far as they can be told before they
/// are read.
enum TypedAhead {
    /// The lines that keys end with Enter; what is not submitted yet is none.
    static func lines(of keys: some Sequence<Key>) -> [String] {
        var lines: [String] = []
        var line = ""
        for key in keys {
            switch key {
            case .scalar("\r"), .special(.enter):
                if !line.isEmpty { lines.append(line) }
                line = ""
            case .scalar("\u{08}"), .scalar("\u{7F}"): _ = line.popLast()
            case .scalar("\u{15}"): line = ""
            case .scalar(let scalar) where scalar.value >= 0x20:
                line.unicodeScalars.append(scalar)
            case .special(.newline), .scalar("\n"): line += " "
            case .paste(let bytes): line += PastedText.clean(bytes)
            case .scalar, .meta, .special: break
            }
        }
        return lines
    }
}
