/// What a piece of a server's log tells, line by line and without time stamps.
struct LogReport {
    /// Why a server gave up.
    enum Trouble: Hashable {
        /// Its disk is full.
        case diskFull
        /// Its data come from a newer server; what it did not understand.
        case tooNew(String)
        /// Its data are damaged; what it says about that.
        case damaged(String)
    }

    /// Where a server cut off the end of a file that was incomplete.
    struct Cut: Hashable {
        /// The name of the file.
        let file: String
        /// How many bytes are left of it.
        let offset: Int
    }

    private let lines: [String]

    /// Reads a piece of a log.
    init(_ bytes: [UInt8]) {
        lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
            .filter { $0.contains { $0 != " " } }.map(Self.withoutStamp)
    }

    /// The last line that is not blank.
    var lastLine: String? { lines.last }

    /// Whether the server has loaded its data.
    var isReady: Bool { lines.contains { $0.contains("eady to accept connections") } }

    /// Why the server gave up, where the end of the log tells.
    var trouble: Trouble? {
        let end = lines.suffix(6)
        return end.lazy.compactMap(Self.fullness).first ?? end.lazy.compactMap(Self.novelty).first
            ?? end.lazy.compactMap(Self.damage).first
    }

    /// What the server cut off.
    var cut: Cut? { lines.lazy.compactMap(Self.cut).first }

    /// `4711:M 23 Nov 2026 23:40:48.999 # Text.` becomes `Text`.
    private static func withoutStamp(_ line: Substring) -> String {
        let fields = line.split(separator: " ", maxSplits: 6, omittingEmptySubsequences: false)
        let hasStamp = fields.count == 7 && fields[0].first?.isNumber == true
        let message = hasStamp ? fields[6] : line
        return message.hasSuffix(".") ? String(message.dropLast()) : String(message)
    }

    private static func fullness(_ line: String) -> Trouble? {
        let signs = [
            "No space left on device", "Disk quota exceeded",
            "Short write while writing to the AOF",
        ]
        return signs.contains(where: line.contains) ? .diskFull : nil
    }

    private static func novelty(_ line: String) -> Trouble? {
        if line.hasPrefix("Can't handle RDB format version") { return .tooNew(line) }
        let unknown = "Unknown command '"
        guard line.hasPrefix(unknown) else { return nil }
        let name = line.dropFirst(unknown.count).prefix { $0 != "'" }
        // The name of a damaged command is anything.
        let isName = !name.isEmpty && name.allSatisfy { $0.isASCII && ($0.isLetter || $0 == ".") }
        return isName ? .tooNew("Unknown command \(name)") : .damaged("Unknown command")
    }

    private static func damage(_ line: String) -> Trouble? {
        let signs = [
            "Bad file format reading", "Unexpected end of file reading",
            "Unrecoverable error reading",
            "the truncated file is not the last file", "Unable to obtain the AOF file",
            "Invalid AOF manifest file format", "AOF loading aborted",
        ]
        guard signs.contains(where: line.contains) else { return nil }
        // What follows is advice that names no path.
        let advice = line.firstRange(of: ": make a backup")?.lowerBound ?? line.endIndex
        return .damaged(String(line[..<advice]))
    }

    private static func cut(_ line: String) -> Cut? {
        let fields = line.split(separator: " ")
        guard line.hasPrefix("!!! Truncating the AOF "), fields.count > 7,
            let offset = Int(fields[7])
        else { return nil }
        return Cut(file: String(fields[4]), offset: offset)
    }
}
