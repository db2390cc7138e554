import Chat
import Redis
import Search

/// A session that has to be looked at.
struct DirtySession: Sendable {
    let id: SessionID
    let dirt: Dirt
    /// When that was noted.
    let stamp: Int
}

/// Finds out what has to be done to the index for some sessions.
struct IndexUpdatePlanner {
    /// How many messages of one session are read at once.
    private static let pageSize = 2000

    private let store: RedisSessionStore
    private let snapshot: IndexSnapshot

    init(_ store: RedisSessionStore, _ snapshot: IndexSnapshot) {
        self.store = store
        self.snapshot = snapshot
    }

    /// A session with what is asked of it at first.
    private struct Question {
        let session: DirtySession
        /// Its state as it is kept.
        let text: String
        let state: IndexState?
        let probe: IndexProbe

        /// Whether nothing but messages behind those that are indexed is new.
        var isGrowth: Bool {
            guard let state else { return true }
            return session.dirt == .grown && probe.continues(state)
        }

        /// About how many messages have to be read.
        var size: Int {
            isGrowth ? min(IndexUpdatePlanner.pageSize, probe.count - start) : probe.count
        }

        /// How many messages are indexed.
        var start: Int { state?.count ?? 0 }
    }

    /// Compares sessions with their states and reads what is new.
    ///
    /// - Parameters:
    ///   - sessions: The sessions.
    ///   - most: About how many messages to read; what is left is done the next time.
    /// - Returns: What has to be done.
    /// - Throws: A failure of the store.
    func updates(of sessions: [DirtySession], most: Int) async throws -> [IndexUpdate] {
        var questions: [Question] = []
        var size = 0
        for question in try await ask(sessions) where size < most {
            questions.append(question)
            size += question.size
        }
        let states = try await states(of: questions)
        let growing = questions.filter { $0.probe.count > 0 && $0.isGrowth }
        var pages = try await store.pool.pipeline(
            growing.map { command($0.session.id, $0.start..<$0.start + $0.size) })[...]
        let others = questions.filter { !$0.isGrowth || $0.probe.count == 0 }
        let rows = snapshot.documents(of: others.map(\.session.id))
        var updates: [IndexUpdate] = []
        for (question, state) in zip(questions, states) {
            let id = question.session.id
            var update = IndexUpdate(
                id: id, stamp: question.session.stamp, before: question.text, after: state)
            if state == nil {
                update.departures = rows[id] ?? []
            } else if question.isGrowth {
                grow(&update, question, try StoredEntry.list(pages.removeFirst()))
            } else {
                try await compare(&update, count: question.probe.count, rows: rows[id] ?? [])
            }
            updates.append(update)
        }
        return updates
    }

    private func ask(_ sessions: [DirtySession]) async throws -> [Question] {
        guard !sessions.isEmpty else { return [] }
        let texts = try await store.pool.execute(
            RedisCommand(
                "HMGET",
                [RedisArgument(store.keys.index.sessions)]
                    + sessions.map { RedisArgument($0.id.text) })
        ).array().map { try $0.optionalText() }
        let states = texts.map { $0.flatMap { IndexState($0) } }
        let replies = try await store.pool.pipeline(
            zip(sessions, states).flatMap { IndexProbe.commands($0.id, $1, store.keys) })
        return sessions.indices.map { index in
            let start = index * IndexProbe.size
            return Question(
                session: sessions[index], text: texts[index] ?? "", state: states[index],
                probe: IndexProbe(replies[start..<start + IndexProbe.size]))
        }
    }

    /// The states to begin with, with new numbers for sessions that have none; `nil` for those that
    /// are not there any more.
    private func states(of questions: [Question]) async throws -> [IndexState?] {
        let needed = questions.count { $0.state == nil && $0.probe.count > 0 }
        var last = 0
        if needed > 0 {
            last = try await store.pool.execute(
                RedisCommand(
                    "HINCRBY",
                    [RedisArgument(store.keys.index.meta), "sessions", RedisArgument(needed)])
            ).integer()
        }
        var next = UInt32(clamping: last - needed + 1)
        return questions.map { question in
            guard question.probe.count > 0 else { return nil }
            var state = question.state ?? IndexState(number: next)
            if question.state == nil { next += 1 }
            state.revision = question.probe.revision
            return state
        }
    }

    private func grow(_ update: inout IndexUpdate, _ question: Question, _ page: [StoredEntry]) {
        let count = question.start + page.count
        update.after?.count = count
        if let last = page.last { update.after?.through = last.timestamp }
        update.arrivals = page.compactMap(\.arrival)
        update.isWhole = count >= question.probe.count
    }

    /// Reads all messages and finds those that have no row, and the rows that have no message.
    private func compare(_ update: inout IndexUpdate, count: Int, rows: [UInt32]) async throws {
        var known: [Place: UInt32] = [:]
        for (document, row) in zip(rows, try await current(rows)) {
            guard let row, row.session == update.after?.number else { continue }
            let place = Place(timestamp: row.timestamp, print: row.print)
            // What broke off in the middle may have left a message with two rows.
            if let double = known.updateValue(document, forKey: place) {
                update.departures.append(double)
            }
        }
        var read = 0
        while read < count {
            try Task.checkCancellation()
            let page = try StoredEntry.list(
                try await store.pool.execute(
                    command(update.id, read..<min(count, read + Self.pageSize))))
            if page.isEmpty { break }
            for entry in page {
                let place = Place(timestamp: entry.timestamp, print: entry.print)
                if known.removeValue(forKey: place) == nil, let arrival = entry.arrival {
                    update.arrivals.append(arrival)
                }
            }
            read += page.count
            update.after?.through = page[page.count - 1].timestamp
        }
        update.after?.count = read
        update.departures += known.values
    }

    private struct Place: Hashable {
        let timestamp: Timestamp
        let print: UInt32
    }

    /// The rows as they are now, as another program may have taken some away.
    private func current(_ documents: [UInt32]) async throws -> [DocumentTable.Row?] {
        try await store.pool.pipeline(
            documents.map { document in
                let offset = DocumentTable.offset(of: document)
                return RedisCommand(
                    "GETRANGE",
                    [
                        RedisArgument(
                            store.keys.index.documents(page: DocumentTable.page(of: document))),
                        RedisArgument(offset), RedisArgument(offset + DocumentTable.rowSize - 1),
                    ])
            }
        ).map { DocumentTable.Row(try $0.bytes()) }
    }

    private func command(_ id: SessionID, _ ranks: Range<Int>) -> RedisCommand {
        RedisCommand(
            "ZRANGE",
            [
                RedisArgument(store.keys.messages(id)), RedisArgument(ranks.lowerBound),
                RedisArgument(ranks.isEmpty ? ranks.lowerBound : ranks.upperBound - 1),
                "WITHSCORES",
            ])
    }
}
