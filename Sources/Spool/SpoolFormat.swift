import PlatformFoundation

/// The bytes of a spool file: a record a line, of its length, its checksum and its JSON.
///
/// `LENGTH CRC32C JSON`, the length in decimal bytes and the checksum of the JSON in eight
/// hexadecimal digits. JSON has no line feeds, so a reader finds the next record behind a damaged
/// one.
enum SpoolFormat {
    /// A record as a line.
    static func line(_ record: some Encodable) throws(SpoolError) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let json = try? encoder.encode(record) else { throw .unwritable }
        return Array("\(json.count) \(checksum(json)) ".utf8) + json + [0x0A]
    }

    /// Reads lines.
    ///
    /// - Parameters:
    ///   - type: What the records are.
    ///   - bytes: The content of a file.
    /// - Returns: The records that are whole, and how many lines are not.
    static func read<Record: Decodable>(
        _ type: Record.Type, from bytes: ArraySlice<UInt8>
    ) -> (records: [Record], damaged: Int) {
        var records: [Record] = []
        var damaged = 0
        for line in bytes.split(separator: 0x0A) {
            if let record = record(type, in: line) {
                records.append(record)
            } else {
                damaged += 1
            }
        }
        return (records, damaged)
    }

    private static func record<Record: Decodable>(
        _ type: Record.Type, in line: ArraySlice<UInt8>
    ) -> Record? {
        let parts = line.split(separator: 0x20, maxSplits: 2)
        guard parts.count == 3, let length = Int(String(decoding: parts[0], as: UTF8.self)),
            length == parts[2].count,
            String(decoding: parts[1], as: UTF8.self) == checksum(parts[2])
        else { return nil }
        return try? JSONDecoder().decode(type, from: Data(parts[2]))
    }

    private static func checksum(_ bytes: some Sequence<UInt8>) -> String {
        let digits = String(CRC32C.of(bytes), radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }
}
