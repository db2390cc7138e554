extension MemorySession {
    /// Takes messages off, if all of them are there.
    mutating func remove(_ removal: MessageRemoval, at now: Timestamp) throws {
        guard operations[removal.operation.text] == nil else { return }
        if removal.kind == .undo, removal.keepsMessages {
            try checkEnd(is: removal.messages.last)
        }
        try takeOff(removal.messages)
        if removal.keepsMessages {
            keep(removal.messages, as: removal.kind, operation: removal.operation, at: now)
        }
        operations[removal.operation.text] = now
        session.prunedCount += removal.prunedCount
        session.revision += 1
        session.lastActivity = max(session.lastActivity, now)
    }

    /// Puts messages of the shelf back, if that can be done.
    mutating func restore(_ restoration: ShelfRestoration, at now: Timestamp) throws {
        guard operations[restoration.operation.text] == nil else { return }
        guard let place = shelf.firstIndex(where: { $0.operation == restoration.entry.operation })
        else { throw ChatError.changedMeanwhile }
        let entry = shelf[place]
        if restoration.needsSameHead,
            !entry.isNewest(behind: messages.last?.timestamp, in: session)
        {
            throw ChatError.changedMeanwhile
        }
        if entry.kind == .retry || entry.kind == .continue {
            let before = entry.messages.first.flatMap { first in
                messages.last { $0.timestamp < first.timestamp }
            }
            try checkEnd(is: restoration.replaced.last ?? before)
        }
        try takeOff(restoration.replaced)
        shelf.remove(at: place)
        for message in entry.messages { putBack(message) }
        if !restoration.replaced.isEmpty {
            keep(
                restoration.replaced, as: entry.kind, operation: restoration.operation, at: now)
        }
        operations[restoration.operation.text] = now
        session.prunedCount -= entry.kind == .prune ? entry.messages.count : 0
        session.revision += 1
        session.lastActivity = max(session.lastActivity, now)
    }

    /// Puts messages on the shelf that have just been taken off.
    mutating func keep(
        _ messages: [StoredMessage], as kind: ShelfKind, operation: TurnID, at now: Timestamp
    ) {
        shelf.append(
            ShelvedMessages(
                operation: operation, kind: kind, at: now, head: self.messages.last?.timestamp,
                messages: messages))
    }

    /// Makes sure that nobody has gone on behind a message.
    private func checkEnd(is message: StoredMessage?) throws {
        guard messages.last?.timestamp == message?.timestamp else {
            throw ChatError.changedMeanwhile
        }
    }

    private mutating func takeOff(_ removed: [StoredMessage]) throws {
        guard removed.allSatisfy({ position(of: $0) != nil }) else {
            throw ChatError.changedMeanwhile
        }
        for message in removed {
            if let position = position(of: message) { remove(at: position) }
        }
        session.revision -= removed.count
    }
}
