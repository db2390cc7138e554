/// The bytes of a file, of which only a part is in memory.
///
/// What cannot be read ends the bytes, and is told by ``failure``.
final class ByteWindow: JSONBytes {
    private static let size = 1 << 18

    private let source: any TranscriptSource
    private var part: [UInt8] = []
    private var start = 0
    /// Where there are no more bytes, once that is known.
    private var end = Int.max
    /// Why no more could be read.
    private(set) var failure: (any Error)?

    /// Looks at a file.
    init(_ source: any TranscriptSource) {
        self.source = source
    }

    /// The byte at an index, or `nil` behind the last one.
    func byte(at index: Int) -> UInt8? {
        let place = index &- start
        if place >= 0, place < part.count { return part[place] }
        guard index < end else { return nil }
        let next = read(from: index, atMost: Self.size)
        guard let first = next.first else {
            end = index
            return nil
        }
        part = next
        start = index
        return first
    }

    /// The bytes of a range, as far as there are any.
    func bytes(in range: Range<Int>) -> [UInt8] {
        let place = range.lowerBound &- start
        if place >= 0, range.upperBound &- start <= part.count {
            return Array(part[place..<place + range.count])
        }
        return read(from: range.lowerBound, atMost: range.count)
    }

    /// The first index from one on at which a text may end or have an escape.
    func endOfPlainText(from index: Int) -> Int {
        let place = index &- start
        guard place >= 0, place < part.count else { return index }
        return start + part.endOfPlainText(from: place)
    }

    /// Where the line that begins at an index ends, without its break.
    func endOfLine(from index: Int) -> Int {
        var end = index
        while let byte = byte(at: end), byte != UInt8(ascii: "\n") { end += 1 }
        return end
    }

    private func read(from index: Int, atMost limit: Int) -> [UInt8] {
        do {
            return try source.read(from: index, atMost: limit)
        } catch {
            failure = failure ?? error
            return []
        }
    }
}
