import Chat
import Redis
import Search

/// Messages that were read together.
struct ScanBatch: Sendable {
    /// Parts of sessions, each with its stored members, the oldest first.
    let parts: [(id: SessionID, members: [[UInt8]])]
}

/// Some messages of one session.
struct ScanPart: Sendable {
    /// Where they are.
    enum Place: Sendable {
        /// At these ranks.
        case ranks(Range<Int>)
        /// At this moment, to the microsecond.
        case moment(Timestamp)
    }

    let id: SessionID
    private let ranksOrMoment: Place

    init(id: SessionID, place: Place) {
        self.id = id
        ranksOrMoment = place
    }

    /// Cuts a session into parts, the newest first.
    static func parts(of id: SessionID, _ ranks: Range<Int>, size: Int) -> [ScanPart] {
        stride(from: ranks.upperBound, to: ranks.lowerBound, by: -size).map { end in
            ScanPart(id: id, place: .ranks(max(ranks.lowerBound, end - size)..<end))
        }
    }

    /// How many messages that are, as a rule.
    var count: Int {
        if case .ranks(let ranks) = ranksOrMoment { ranks.count } else { 1 }
    }

    /// What `ZRANGE` takes behind the key.
    var place: [RedisArgument] {
        switch ranksOrMoment {
        case .ranks(let ranks):
            return [RedisArgument(ranks.lowerBound), RedisArgument(ranks.upperBound - 1)]
        case .moment(let moment):
            // Scores of other programs may be finer than a microsecond.
            let before = Timestamp(microseconds: max(0, moment.microseconds - 1)).text
            return [
                RedisArgument(moment.microseconds == 0 ? "-inf" : before + "5"),
                RedisArgument(moment.text + "5"), "BYSCORE",
            ]
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
