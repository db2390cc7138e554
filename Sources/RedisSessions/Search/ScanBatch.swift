import Chat
import Search

/// Messages that were read together.
struct ScanBatch: Sendable {
    /// Parts of sessions, each with its stored members, the oldest first.
    let parts: [(id: SessionID, members: [[UInt8]])]
}

/// Some messages of one session by their ranks.
struct ScanPart: Sendable {
    let id: SessionID
    let ranks: Range<Int>

    /// Cuts a session into parts, the newest first.
    static func parts(of id: SessionID, _ ranks: Range<Int>, size: Int) -> [ScanPart] {
        stride(from: ranks.upperBound, to: ranks.lowerBound, by: -size).map { end in
            ScanPart(id: id, ranks: max(ranks.lowerBound, end - size)..<end)
        }
    }
}

/// What may be a hit, before it is known where it stands.
struct HitCandidate: Sendable {
    let session: SessionID
    let member: [UInt8]
    let message: Message
    let match: MessageMatch
}

extension Array {
    /// The elements in runs of such as belong together.
    func runs(_ belong: (Element, Element) -> Bool) -> [[Element]] {
        var runs: [[Element]] = []
        for element in self {
            if let last = runs.last?.last, belong(last, element) {
                runs[runs.count - 1].append(element)
            } else {
                runs.append([element])
            }
        }
        return runs
    }
}
