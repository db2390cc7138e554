package import Chat

/// What stands before the vectors of a session: what made them, and which messages they are of.
package struct VectorHeader: Hashable, Sendable {
    /// Another shape of what is kept has another number.
    private static let version: UInt8 = 1
    private static let mark = Array("vec".utf8) + [version]
    private static let fixedSize = 29
    /// As many bytes hold any header.
    package static let longest = fixedSize + Int(UInt8.max)

    /// The full name of the model that made the vectors.
    package let model: String
    /// How many numbers each vector has; 0 as long as there is none.
    package var dimensions: Int
    /// How many messages, from the first one on, were looked at.
    package var count = 0
    /// When the last of these was said.
    package var through = Timestamp(microseconds: 0)
    /// The revision of the session then.
    package var revision = 0

    /// Begins.
    package init(model: String, dimensions: Int = 0) {
        self.model = model
        self.dimensions = dimensions
    }

    /// Reads a header at the beginning of bytes; `nil` for bytes of another shape.
    package init?(_ bytes: [UInt8]) {
        guard bytes.starts(with: Self.mark), bytes.count >= Self.fixedSize else { return nil }
        let nameSize = Int(bytes[Self.fixedSize - 1])
        let name = bytes.dropFirst(Self.fixedSize).prefix(nameSize)
        guard name.count == nameSize, let model = String(validating: name, as: UTF8.self) else {
            return nil
        }
        self.model = model
        (dimensions, count, through, revision) = bytes.withUnsafeBytes { bytes in
            (
                Int(bytes.littleEndian(UInt16.self, at: 4)),
                Int(bytes.littleEndian(UInt32.self, at: 6)),
                Timestamp(microseconds: bytes.littleEndian(Int64.self, at: 10)),
                Int(bytes.littleEndian(Int64.self, at: 18))
            )
        }
    }

    /// The header as it is kept, numbers with their lowest byte first.
    package var bytes: [UInt8] {
        let name = Array(model.utf8.prefix(Int(UInt8.max)))
        return Self.mark + Self.little(UInt16(clamping: dimensions))
            + Self.little(UInt32(clamping: count)) + Self.little(through.microseconds)
            + Self.little(Int64(revision)) + [0, 0, UInt8(name.count)] + name
    }

    /// How many bytes it takes up.
    package var size: Int { Self.fixedSize + min(model.utf8.count, Int(UInt8.max)) }

    /// A number, with its lowest byte first.
    static func little(_ number: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }
}

extension UnsafeRawBufferPointer {
    /// A number that lies at a place, with its lowest byte first.
    func littleEndian<Number: FixedWidthInteger & BitwiseCopyable>(
        _ type: Number.Type, at place: Int
    ) -> Number {
        Number(littleEndian: loadUnaligned(fromByteOffset: place, as: type))
    }
}
