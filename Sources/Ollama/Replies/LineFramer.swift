/// Cuts a stream of bytes into lines, wherever the reads happened to end.
struct LineFramer {
    /// The longest line that is believed; a thousand times what a whole reply takes.
    static let longestLine = 64 << 20

    private let limit: Int
    /// The beginning of a line whose end has not come yet.
    private var rest: [UInt8] = []

    /// Makes a framer.
    init(longestLine limit: Int = longestLine) {
        self.limit = limit
    }

    /// A line is longer than any that is believed.
    struct LineTooLong: Error {}

    /// Takes what a read brought, and gives the lines that it completes, without their ends.
    ///
    /// Empty lines are left out.
    mutating func lines(adding bytes: [UInt8]) throws(LineTooLong) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = bytes.startIndex
        while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
            if rest.isEmpty {
                if end > start { lines.append(bytes[start..<end]) }
            } else {
                rest += bytes[start..<end]
                lines.append(rest[...])
                rest = []
            }
            start = end + 1
        }
        rest += bytes[start...]
        guard rest.count <= limit else { throw LineTooLong() }
        return lines
    }

    /// The last line, where the stream ended without an end of line.
    mutating func lastLine() -> ArraySlice<UInt8>? {
        defer { rest = [] }
        return rest.isEmpty ? nil : rest[...]
    }
}
