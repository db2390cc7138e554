import Chat
import Search

/// Why what the index has of a session may not be all.
enum Dirt: Int, Comparable, Sendable {
    /// Messages were added by a program that counts revisions.
    case grown
    /// Anything may have changed.
    case suspect

    static func < (one: Dirt, other: Dirt) -> Bool { one.rawValue < other.rawValue }
}

/// What is known of the index at one moment.
struct IndexSnapshot: Sendable {
    /// Tells this index from one that was made after it was deleted.
    var epoch = ""
    /// The rows of the messages.
    var table = DocumentTable()
    /// The number that the next message gets.
    var nextDocument: UInt32 = 1
    /// How far each session is indexed.
    private(set) var states: [SessionID: IndexState] = [:]
    /// The sessions that have to be looked at, and why.
    var dirt: [SessionID: Dirt] = [:]
    /// Whether every session was compared with its state since the store is watched.
    var isChecked = false
    private var sessions: [UInt32: SessionID] = [:]

    /// How many messages are indexed.
    private(set) var count = 0
    /// About how many words a message has.
    private(set) var averageLength = 1.0

    /// Takes the state of a session, or that it has none.
    mutating func set(_ state: IndexState?, of id: SessionID) {
        if let old = states[id], sessions[old.number] == id { sessions[old.number] = nil }
        count += (state?.count ?? 0) - (states[id]?.count ?? 0)
        states[id] = state
        if let state { sessions[state.number] = id }
    }

    /// Where a message is, as far as the index can be trusted with its session.
    func place(of document: UInt32) -> (session: SessionID, row: DocumentTable.Row)? {
        guard let row = table[document], let id = sessions[row.session], dirt[id] != .suspect,
            let state = states[id], row.timestamp <= state.through
        else { return nil }
        return (id, row)
    }

    /// The numbers of the messages of some sessions.
    func documents(of ids: [SessionID]) -> [SessionID: [UInt32]] {
        var found: [UInt32: [UInt32]] = [:]
        for id in ids { if let state = states[id] { found[state.number] = [] } }
        guard !found.isEmpty else { return [:] }
        table.forEach { document, row in found[row.session]?.append(document) }
        var documents: [SessionID: [UInt32]] = [:]
        for id in ids { documents[id] = states[id].flatMap { found[$0.number] } }
        return documents
    }

    /// Whether a row is of no message that there may be.
    func isDead(_ document: UInt32) -> Bool {
        table[document].map { sessions[$0.session] == nil } ?? true
    }

    /// Looks at some of the messages for how long they are.
    mutating func measure() {
        let step = max(1, Int(nextDocument) / 4000)
        let lengths = stride(from: 1, to: Int(nextDocument), by: step).map {
            LengthClass.words(table.length(of: UInt32($0)))
        }
        averageLength = max(1, lengths.reduce(0, +) / Double(max(1, lengths.count)))
    }
}
