/// Where the backticks of a text are, by how many stand in a row.
struct BacktickRuns {
    private var starts: [Int: [Int]] = [:]

    /// Goes through a text once.
    init(_ text: [UInt8]) {
        var index = 0
        while let start = text[index...].firstIndex(of: UInt8(ascii: "`")) {
            index = text[start...].firstIndex { $0 != UInt8(ascii: "`") } ?? text.count
            starts[index - start, default: []].append(start)
        }
    }

    /// The first row of this many at or behind a place.
    func next(ofLength length: Int, from place: Int) -> Int? {
        guard let starts = starts[length] else { return nil }
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] < place { low = middle + 1 } else { high = middle }
        }
        return low < starts.count ? starts[low] : nil
    }
}
