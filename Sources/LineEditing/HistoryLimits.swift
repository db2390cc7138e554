/// How much of the history is kept.
struct HistoryLimits: Hashable, Sendable {
    /// How many entries.
    var entries = 10_000
    /// How many bytes of a file.
    var bytes = 8 << 20
    /// How many bytes of an entry that is written.
    var entryBytes = 1 << 20

    /// Whether a file holds more.
    func areExceeded(entries count: Int, bytes size: Int) -> Bool {
        count > entries || size > bytes
    }

    /// The newest records that leave some room, so that a file is not written anew for each entry.
    func newest(of records: [[UInt8]]) -> ArraySlice<[UInt8]> {
        var size = 0
        var start = records.endIndex
        for record in records.suffix(entries * 4 / 5).reversed() {
            size += record.count
            guard size <= bytes * 4 / 5 else { break }
            start -= 1
        }
        return records[start...]
    }
}
