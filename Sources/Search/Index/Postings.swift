/// The documents that have a term, in ascending order, and about how often each has it.
package struct Postings: Hashable, Sendable {
    /// The numbers of the documents.
    package private(set) var documents: [UInt32] = []
    /// For each of them how often the term is there.
    package private(set) var frequencies: [Frequency] = []

    /// No documents.
    package init() {}

    /// How many documents there are.
    package var count: Int { documents.count }

    /// Reads postings as they are kept.
    ///
    /// Each is a number of seven bits a byte, the lowest first, all bytes but the last with the
    /// eighth bit: how far the document is behind the one before, and in the lowest two bits the
    /// ``Frequency``.
    ///
    /// - Parameter bytes: The postings; what is cut off at the end is left out.
    package init(_ bytes: some Collection<UInt8>) {
        documents.reserveCapacity(bytes.count)
        frequencies.reserveCapacity(bytes.count)
        let isRead: Void? = bytes.withContiguousStorageIfAvailable { read($0) }
        if isRead == nil { Array(bytes).withUnsafeBufferPointer { read($0) } }
    }

    private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
        var document: UInt32 = 0
        var value: UInt64 = 0
        var shift: UInt64 = 0
        for byte in bytes {
            value |= UInt64(byte & 0x7F) << shift
            guard byte < 0x80 else {
                shift = min(shift + 7, 56)
                continue
            }
            document &+= UInt32(truncatingIfNeeded: value >> 2)
            documents.append(document)
            frequencies.append(Frequency(bits: UInt8(truncatingIfNeeded: value & 3)))
            (value, shift) = (0, 0)
        }
    }

    /// Adds a document with a higher number than all before it.
    package mutating func append(_ document: UInt32, _ frequency: Frequency) {
        documents.append(document)
        frequencies.append(frequency)
    }

    /// The postings as they are kept.
    package var bytes: [UInt8] { bytes(from: 0, behind: 0) }

    /// The postings but for the first, as they are kept behind it.
    package var bytesBehindFirst: [UInt8] { bytes(from: 1, behind: documents.first ?? 0) }

    private func bytes(from start: Int, behind last: UInt32) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count * 2)
        var last = last
        for index in start..<max(start, count) {
            var value =
                UInt64(documents[index] &- last) << 2 | UInt64(frequencies[index].bits)
            while value >= 0x80 {
                bytes.append(UInt8(value & 0x7F) | 0x80)
                value >>= 7
            }
            bytes.append(UInt8(value))
            last = documents[index]
        }
        return bytes
    }

    /// Those whose documents are wanted.
    package func filter(_ isWanted: (UInt32) -> Bool) -> Postings {
        var rest = Postings()
        for (document, frequency) in zip(documents, frequencies) where isWanted(document) {
            rest.append(document, frequency)
        }
        return rest
    }
}

/// About how often a term is in a document, in two bits.
package struct Frequency: Hashable, Sendable {
    /// What the bits stand for.
    static let typical: [Double] = [1, 2, 3.4, 7]

    /// The bits.
    package let bits: UInt8

    /// Takes two bits.
    init(bits: UInt8) {
        self.bits = bits & 3
    }

    /// Rounds a count.
    package init(_ count: Int) {
        self.init(bits: count < 2 ? 0 : count == 2 ? 1 : count < 5 ? 2 : 3)
    }
}
