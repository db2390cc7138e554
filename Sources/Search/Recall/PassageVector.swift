package import Chat

/// The vector of a passage of a message, as it is kept.
package struct PassageVector: Hashable, Sendable {
    /// How many bytes stand before the numbers.
    static let headSize = 18

    /// When the message was said.
    package let timestamp: Timestamp
    /// What its stored bytes are told apart by.
    package let print: UInt32
    /// Which passage of it this is, counted from 0.
    package let passage: UInt8
    /// Whether the user said it.
    package let isFromUser: Bool
    /// What it says.
    package let vector: QuantizedVector

    /// Describes a passage.
    package init(
        timestamp: Timestamp, print: UInt32, passage: Int, isFromUser: Bool,
        vector: QuantizedVector
    ) {
        self.timestamp = timestamp
        self.print = print
        self.passage = UInt8(clamping: passage)
        self.isFromUser = isFromUser
        self.vector = vector
    }

    /// The passage as it is kept, numbers with their lowest byte first.
    package var bytes: [UInt8] {
        VectorHeader.little(timestamp.microseconds) + VectorHeader.little(print)
            + [passage, isFromUser ? 1 : 0] + VectorHeader.little(vector.scale.bitPattern)
            + vector.values.map { UInt8(bitPattern: $0) }
    }
}

/// The vectors of a session as they are kept: a header, and passages of equal sizes.
package struct VectorBlob: Sendable {
    /// What made them.
    package let header: VectorHeader
    private let bytes: [UInt8]

    /// Takes what is kept; `nil` for bytes of another shape, or of another model.
    package init?(_ bytes: [UInt8], of model: String) {
        guard let header = VectorHeader(bytes), header.model == model else { return nil }
        self.header = header
        self.bytes = bytes
    }

    private var passageSize: Int { PassageVector.headSize + header.dimensions }

    private var starts: StrideTo<Int> {
        let whole = header.dimensions == 0 ? 0 : (bytes.count - header.size) / passageSize
        return stride(
            from: header.size, to: header.size + whole * passageSize, by: passageSize)
    }

    /// The passages as they are kept, by what their message is told apart by.
    package func passages() -> [MessagePlace: [UInt8]] {
        var passages: [MessagePlace: [UInt8]] = [:]
        bytes.withUnsafeBytes { all in
            for start in starts {
                passages[Self.place(all, start), default: []] +=
                    all[start..<start + passageSize]
            }
        }
        return passages
    }

    /// Compares all passages with a question.
    ///
    /// - Parameters:
    ///   - question: The question.
    ///   - query: Which messages are looked for, as far as their role and time go.
    ///   - session: The session.
    ///   - best: Takes the passages.
    package func rank(
        by question: QuestionVector, _ query: SearchQuery, in session: SessionID,
        into best: inout BestPassages
    ) {
        guard question.dimensions == header.dimensions else { return }
        bytes.withUnsafeBytes { all in
            for start in starts {
                let scale = Float(bitPattern: all.littleEndian(UInt32.self, at: start + 14))
                let numbers = UnsafeRawBufferPointer(
                    rebasing: all[start + PassageVector.headSize..<start + passageSize])
                let likeness = question.likeness(to: numbers, scale: scale)
                guard likeness > best.least else { continue }
                let place = Self.place(all, start)
                guard query.admits(place.timestamp),
                    query.role.map({ ($0 == .user) == (all[start + 13] == 1) }) ?? true
                else { continue }
                best.add(
                    BestPassages.Passage(
                        place: place, number: Int(all[start + 12]), likeness: likeness,
                        session: session))
            }
        }
    }

    private static func place(_ bytes: UnsafeRawBufferPointer, _ start: Int) -> MessagePlace {
        MessagePlace(
            timestamp: Timestamp(microseconds: bytes.littleEndian(Int64.self, at: start)),
            print: bytes.littleEndian(UInt32.self, at: start + 8))
    }
}

/// What a message is told apart by, in whichever branches it is.
package struct MessagePlace: Hashable, Sendable {
    /// When it was said.
    package let timestamp: Timestamp
    /// What its stored bytes are told apart by.
    package let print: UInt32

    /// Describes a place.
    package init(timestamp: Timestamp, print: UInt32) {
        self.timestamp = timestamp
        self.print = print
    }
}
