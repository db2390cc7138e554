package import Chat

/// What the index knows of each message: a row of sixteen bytes, by its number.
///
/// Rows lie in pages, each a string of the store. A row of zeros is of a message that is not there
/// any more; numbers begin with one and are never given twice.
package struct DocumentTable: Sendable {
    /// How many bytes a row has.
    package static let rowSize = 16
    /// How many rows a page has.
    package static let pageRows = 4096

    /// One message.
    package struct Row: Hashable, Sendable {
        /// The number of its session.
        package var session: UInt32
        /// What its stored bytes are told apart by.
        package var print: UInt32
        /// When it was said.
        package var timestamp: Timestamp
        /// About how many words it has.
        package var length: UInt8

        /// Makes a row.
        package init(session: UInt32, print: UInt32, timestamp: Timestamp, length: UInt8) {
            self.session = session
            self.print = print
            self.timestamp = timestamp
            self.length = length
        }

        /// The row as it is kept, numbers with their lowest byte first.
        package var bytes: [UInt8] {
            let time = UInt64(bitPattern: timestamp.microseconds) << 8 | UInt64(length)
            let numbers = [UInt64(print) << 32 | UInt64(session), time]
            return numbers.flatMap { number in
                (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
            }
        }
    }

    /// By their numbers; a page that is not there is empty.
    private var pages: [[UInt8]] = []

    /// Has no rows.
    package init() {}

    /// What the stored bytes of a message are told apart by: FNV-1a, folded to half its length.
    package static func print(of member: [UInt8]) -> UInt32 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in member { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
    }

    /// The page that a number is on.
    package static func page(of document: UInt32) -> Int { Int(document) / pageRows }

    /// Where a row begins in its page.
    package static func offset(of document: UInt32) -> Int { Int(document) % pageRows * rowSize }

    /// Takes a page as it is kept.
    package mutating func set(page: Int, _ bytes: [UInt8]) {
        makeRoom(for: page)
        pages[page] = bytes
    }

    private mutating func makeRoom(for page: Int) {
        while pages.count <= page { pages.append([]) }
    }

    /// Takes a row.
    package mutating func set(_ row: Row?, of document: UInt32) {
        let page = Self.page(of: document)
        let offset = Self.offset(of: document)
        let bytes = row?.bytes ?? Array(repeating: 0, count: Self.rowSize)
        makeRoom(for: page)
        if pages[page].count >= offset + Self.rowSize {
            pages[page].replaceSubrange(offset..<offset + Self.rowSize, with: bytes)
        } else {
            let gap = offset - pages[page].count
            pages[page].append(contentsOf: repeatElement(0, count: max(gap, 0)))
            pages[page].append(contentsOf: bytes)
        }
    }

    /// The pages that there are.
    package var pageNumbers: [Int] { pages.indices.filter { !pages[$0].isEmpty } }

    /// The row of a number, or `nil` where no message is.
    package subscript(document: UInt32) -> Row? {
        let page = Self.page(of: document)
        guard page < pages.count else { return nil }
        return Self.row(pages[page], at: Self.offset(of: document))
    }

    /// About how many words a message has.
    package func length(of document: UInt32) -> UInt8 {
        let (page, place) = (Self.page(of: document), Self.offset(of: document) + 8)
        guard page < pages.count, place < pages[page].count else { return 0 }
        return pages[page][place]
    }

    /// Goes through all messages, in the order of their numbers.
    package func forEach(_ body: (UInt32, Row) -> Void) {
        for (number, page) in pages.enumerated() {
            for index in 0..<page.count / Self.rowSize {
                guard let row = Self.row(page, at: index * Self.rowSize) else { continue }
                body(UInt32(number * Self.pageRows + index), row)
            }
        }
    }

    private static func row(_ page: [UInt8], at offset: Int) -> Row? {
        guard offset + rowSize <= page.count else { return nil }
        return page.withUnsafeBytes { bytes in
            Row(
                bytes.littleEndian(UInt64.self, at: offset),
                bytes.littleEndian(UInt64.self, at: offset + 8))
        }
    }
}

extension DocumentTable.Row {
    /// Reads a row as it is kept; `nil` where no message is.
    package init?(_ bytes: [UInt8]) {
        guard bytes.count == DocumentTable.rowSize else { return nil }
        let halves = [bytes[..<8], bytes[8...]].map { half in
            half.reversed().reduce(0) { $0 << 8 | UInt64($1) }
        }
        self.init(halves[0], halves[1])
    }

    init?(_ low: UInt64, _ high: UInt64) {
        let session = UInt32(truncatingIfNeeded: low)
        guard session != 0 else { return nil }
        self.init(
            session: session, print: UInt32(truncatingIfNeeded: low >> 32),
            timestamp: Timestamp(microseconds: Int64(high >> 8)),
            length: UInt8(truncatingIfNeeded: high))
    }
}
