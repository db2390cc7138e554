package import Chat

/// Keeps the messages whose passages are most like a question.
package struct BestPassages: Sendable {
    /// A passage that was compared.
    package struct Passage: Hashable, Sendable {
        /// Its message.
        package let place: MessagePlace
        /// Which passage of it this is, counted from 0.
        package let number: Int
        /// How like the question it is.
        package let likeness: Float
        /// A session that has it.
        package let session: SessionID

        /// Describes a passage.
        package init(place: MessagePlace, number: Int, likeness: Float, session: SessionID) {
            self.place = place
            self.number = number
            self.likeness = likeness
            self.session = session
        }
    }

    /// A message, with the sessions that have it: one that was branched off has it too.
    package struct Message: Hashable, Sendable {
        /// What it is told apart by.
        package let place: MessagePlace
        /// Its best passage, counted from 0.
        package let passage: Int
        /// How like the question that is.
        package let likeness: Float
        /// The sessions.
        package fileprivate(set) var sessions: Set<SessionID>
    }

    private let limit: Int
    private var waiting: [Passage] = []
    private var kept: [MessagePlace: Message] = [:]
    /// Nothing that is less like the question is among the best.
    private(set) var least = -Float.infinity

    /// Begins to keep a number of messages.
    package init(limit: Int) {
        self.limit = max(1, limit)
    }

    /// Takes a passage.
    package mutating func add(_ passage: Passage) {
        waiting.append(passage)
        if waiting.count >= 2 * limit { settle() }
    }

    /// Takes what another one keeps.
    package mutating func add(_ others: BestPassages) {
        settle()
        for message in others.messages() {
            for session in message.sessions {
                waiting.append(
                    Passage(
                        place: message.place, number: message.passage,
                        likeness: message.likeness, session: session))
            }
        }
        settle()
    }

    /// The messages, the one that is most like the question first.
    package func messages() -> [Message] {
        var all = self
        all.settle()
        return all.kept.values.sorted {
            ($0.likeness, $0.place.timestamp) > ($1.likeness, $1.place.timestamp)
        }
    }

    private mutating func settle() {
        for passage in waiting {
            let before = kept[passage.place]
            let sessions = before?.sessions ?? []
            let isBetter = before.map { $0.likeness < passage.likeness } ?? true
            kept[passage.place] = Message(
                place: passage.place,
                passage: isBetter ? passage.number : before?.passage ?? 0,
                likeness: isBetter ? passage.likeness : before?.likeness ?? 0,
                sessions: sessions.union([passage.session]))
        }
        waiting = []
        guard kept.count > limit else { return }
        let best = kept.values.sorted { $0.likeness > $1.likeness }.prefix(limit)
        kept = Dictionary(uniqueKeysWithValues: best.map { ($0.place, $0) })
        // A copy in another session is as good as the last one.
        least = (best.last?.likeness ?? -.infinity).nextDown
    }
}
