import Chat
import Redis
import Search

/// What has to be done to the index for one session.
struct IndexUpdate: Sendable {
    /// A message that is to be indexed.
    struct Arrival: Sendable {
        let timestamp: Timestamp
        let member: [UInt8]
        let content: String
    }

    let id: SessionID
    /// Its state as it was read, as text; empty where there was none.
    let before: String
    /// Its state when all is done; `nil` for a session that is not there any more.
    var after: IndexState?
    /// The messages that the index does not have yet.
    var arrivals: [Arrival] = []
    /// The numbers of messages that are not there any more.
    var departures: [UInt32] = []
    /// Whether the session is as the state says then, as far as is known.
    var isWhole = true
}

/// Finds out what has to be done.
struct IndexUpdatePlanner {
    /// How many messages are read at once.
    private static let pageSize = 2000

    private let store: RedisSessionStore

    init(_ store: RedisSessionStore) {
        self.store = store
    }

    /// Compares a session with its state and reads what is new.
    ///
    /// - Parameters:
    ///   - id: The session.
    ///   - dirt: What is known of its changes.
    ///   - rows: The numbers that its messages had.
    ///   - number: Gives a number for a session that has none.
    /// - Returns: What has to be done.
    func update(
        of id: SessionID, _ dirt: Dirt, rows: [UInt32], number: () async throws -> UInt32
    ) async throws -> IndexUpdate {
        let text = try await store.pool.execute(
            RedisCommand(
                "HGET", [RedisArgument(store.keys.index.sessions), RedisArgument(id.text)])
        ).optionalText()
        let known = text.flatMap { IndexState($0) }
        let probe = IndexProbe(
            try await store.pool.pipeline(IndexProbe.commands(id, known, store.keys)))
        var update = IndexUpdate(id: id, before: text ?? "")
        guard probe.count > 0 else {
            update.departures = rows
            return update
        }
        var state: IndexState
        if let known { state = known } else { state = IndexState(number: try await number()) }
        if known == nil || dirt == .grown && probe.continues(state) {
            state.revision = probe.revision
            update.after = state
            try await grow(&update, from: state.count, to: probe.count)
        } else {
            state.revision = probe.revision
            update.after = state
            try await compare(&update, count: probe.count, rows: rows)
        }
        return update
    }

    /// Reads one page of messages behind those that are known.
    private func grow(_ update: inout IndexUpdate, from start: Int, to count: Int) async throws {
        let page = try await page(of: update.id, start..<min(count, start + Self.pageSize))
        update.after?.count = start + page.count
        if let last = page.last { update.after?.through = last.timestamp }
        update.arrivals = page.compactMap(\.arrival)
        update.isWhole = start + page.count >= count
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
            let page = try await page(of: update.id, read..<min(count, read + Self.pageSize))
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

    private func page(of id: SessionID, _ ranks: Range<Int>) async throws -> [StoredEntry] {
        guard !ranks.isEmpty else { return [] }
        let fields = try await store.pool.execute(
            RedisCommand(
                "ZRANGE",
                [
                    RedisArgument(store.keys.messages(id)), RedisArgument(ranks.lowerBound),
                    RedisArgument(ranks.upperBound - 1), "WITHSCORES",
                ])
        ).array()
        return try stride(from: 0, to: fields.count - 1, by: 2).map { index in
            StoredEntry(
                timestamp: Timestamp(score: Double(try fields[index + 1].text()) ?? 0),
                member: try fields[index].bytes())
        }
    }
}

/// A message as it lies in the store.
private struct StoredEntry {
    let timestamp: Timestamp
    let member: [UInt8]

    /// What its row tells it apart by.
    var print: UInt32 { DocumentTable.print(of: member) }

    /// The message to be indexed; `nil` for one that cannot be read, which no search finds.
    var arrival: IndexUpdate.Arrival? {
        guard let message = JSONText.decode(MessageRecord.self, from: member)?.message else {
            return nil
        }
        return IndexUpdate.Arrival(
            timestamp: timestamp, member: member, content: message.content)
    }
}
