import Chat

/// What a file of the spool says.
///
/// Behind the entries it says what became of them, so that a replay that breaks off goes on where
/// it did, however long ago that is for the store.
struct SpoolContent: Sendable {
    /// The first line, where it is whole.
    let header: SpoolHeader?
    /// All entries, in order.
    private(set) var entries: [SpooledEntry] = []
    /// What became of the entries that the store was told.
    private(set) var told: [Int: ToldEntry] = [:]
    /// The entries of which nothing more comes.
    private(set) var over: Set<Int> = []
    /// How many lines cannot be read.
    let damaged: Int
    /// How many bytes there are up to the end of the last line; a program that dies can leave a
    /// piece of a line behind it, which was not said yet.
    let wholeLength: Int

    /// Reads a file.
    init(_ bytes: [UInt8]) {
        wholeLength = bytes.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let lines = bytes[..<wholeLength]
        let first = lines.prefix { $0 != 0x0A }
        header = SpoolFormat.read(SpoolHeader.self, from: first).records.first
        let (records, unread) = SpoolFormat.read(SpoolRecord.self, from: lines)
        damaged = max(0, unread - (header == nil ? 0 : 1))
        for record in records {
            switch record.line {
            case .entry(let number, let entry):
                entries.append(SpooledEntry(number: number ?? entries.count, entry: entry))
            case .told(let number, let told): self.told[number] = told
            case .over(let numbers): over.formUnion(numbers)
            case nil: break
            }
        }
    }

    /// What was said in it and waits, and what came of replies that have no end.
    var messages: [(SessionID, Message)] {
        let open = entries.filter { !over.contains($0.number) }
        return open.filter { told[$0.number] == nil }.map(\.entry).said
            + open.map(\.entry).unfinished
    }

    /// The pieces of a turn's reply.
    func drafts(of turn: TurnID) -> [Int] {
        entries.filter { $0.entry.draftedTurn == turn }.map(\.number)
    }

    /// What a session has without some entries, and without the pieces of replies that ended among
    /// those.
    func rest(of session: SessionID, without told: Set<Int>) -> [SpooledEntry] {
        let ended = Set(entries.filter { told.contains($0.number) }.compactMap(\.entry.endedTurn))
        return entries.filter { spooled in
            spooled.entry.session == session && !told.contains(spooled.number)
                && !(spooled.entry.draftedTurn.map(ended.contains) ?? false)
        }
    }
}

extension SpoolEntry {
    /// The turn to whose reply a piece is added.
    fileprivate var draftedTurn: TurnID? {
        if case .draft(let turn, _) = action { turn.id } else { nil }
    }

    /// The turn that ends.
    fileprivate var endedTurn: TurnID? {
        switch action {
        case .finish(let turn, _, _, _), .abandon(let turn): turn.id
        case .create, .change, .begin, .draft: nil
        }
    }
}
