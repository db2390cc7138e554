/// The format of a history file: one line of text for each entry.
///
/// In a line `\n` stands for a newline and `\\` for a backslash; `\p` in front marks what was
/// pasted.
enum HistoryRecord {
    /// What is written behind a record that was torn off: the line becomes one that is skipped.
    static let cancellation: [UInt8] = [0x18, newline]

    private static let newline = UInt8(ascii: "\n")
    private static let backslash = UInt8(ascii: "\\")
    private static let pasted = Array("\\p".utf8)

    /// Writes an entry as a line; `nil` if it has characters that no line may have.
    static func bytes(of entry: HistoryEntry) -> [UInt8]? {
        guard isKept(entry.text) else { return nil }
        var bytes = entry.isPasted ? pasted : []
        for byte in entry.text.utf8 {
            switch byte {
            case newline: bytes += [backslash, UInt8(ascii: "n")]
            case backslash: bytes += [backslash, backslash]
            default: bytes.append(byte)
            }
        }
        return bytes + [newline]
    }

    /// Reads the entries of a file, oldest first.
    ///
    /// Lines that no record can be are skipped, and so is a last one without its newline. What is
    /// there several times in a row is one entry.
    static func entries(in bytes: ArraySlice<UInt8>) -> [HistoryEntry] {
        let end = bytes.lastIndex(of: newline) ?? bytes.startIndex
        return bytes[..<end].split(separator: newline).reduce(into: []) { entries, line in
            guard let entry = entry(of: line), entry != entries.last else { return }
            entries.append(entry)
        }
    }

    private static func entry(of line: ArraySlice<UInt8>) -> HistoryEntry? {
        let isPasted = line.starts(with: pasted)
        guard let bytes = unescaped(isPasted ? line.dropFirst(pasted.count) : line),
            let text = String(validating: bytes, as: UTF8.self), !text.isEmpty, isKept(text)
        else { return nil }
        return HistoryEntry(text: text, isPasted: isPasted)
    }

    private static func unescaped(_ line: ArraySlice<UInt8>) -> [UInt8]? {
        var bytes: [UInt8] = []
        var rest = line
        while let escape = rest.firstIndex(of: backslash) {
            bytes += rest[..<escape]
            rest = rest[(escape + 1)...]
            switch rest.popFirst() {
            case UInt8(ascii: "n"): bytes.append(newline)
            case backslash: bytes.append(backslash)
            default: return nil
            }
        }
        return bytes + rest
    }

    private static func isKept(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy(\.isSubmitted)
    }
}
