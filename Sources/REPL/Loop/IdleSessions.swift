package import Chat
import Terminal

/// Takes sessions away that were not used for long.
package struct IdleSessions: Sendable {
    private static let page = 500

    private let cutoff: Timestamp
    private let keepsPinned: Bool
    private let purges: Bool

    /// Makes a rule.
    ///
    /// - Parameters:
    ///   - cutoff: Sessions that were used last before this moment are taken away.
    ///   - keepsPinned: Whether pinned ones stay.
    ///   - purges: Whether they are removed for good, and not put into the trash.
    package init(cutoff: Timestamp, keepsPinned: Bool, purges: Bool = false) {
        self.cutoff = cutoff
        self.keepsPinned = keepsPinned
        self.purges = purges
    }

    /// Shows what will be taken away, asks, and does it.
    ///
    /// A session in which somebody is in a turn, or that was used meanwhile, stays.
    ///
    /// - Throws: ``REPLError`` where nobody can be asked, or an error of the store.
    package func remove(in context: CommandContext, asking: Bool) async throws {
        let idle = try await find(in: context.store)
        guard !idle.isEmpty else {
            return context.output.notice("No session was unused for so long.")
        }
        let messages = Count.messages(idle.reduce(0) { $0 + $1.messageCount })
        let what = "\(Count.sessions(idle.count)) with \(messages)"
        if asking {
            context.output.table(SessionTable.make(Array(idle.prefix(20)), active: nil, now: .now))
            if idle.count > 20 { context.output.hint("… and \(idle.count - 20) more.") }
            let fate = purges ? "Remove \(what) for good?" : "Move \(what) into the trash?"
            guard try await context.confirm(fate) else {
                return context.output.notice("Nothing was deleted.")
            }
        }
        let count = try await remove(idle, in: context)
        context.output.notice(
            purges
                ? "\(Count.sessions(count)) removed for good."
                : "\(Count.sessions(count)) moved into the trash for seven days. "
                    + context.door.undeletes)
    }

    private func find(in store: any SessionStore) async throws -> [Session] {
        var limit = Self.page
        while true {
            let found = try await store.sessions(unusedSince: cutoff, limit: limit)
            guard found.count < limit else {
                limit *= 4
                continue
            }
            return found.filter { !keepsPinned || !$0.isPinned }
        }
    }

    private func remove(_ idle: [Session], in context: CommandContext) async throws -> Int {
        let active = await context.conversation.session?.id
        var count = 0
        for session in idle {
            try Task.checkCancellation()
            do {
                let now = try await context.store.history(of: session.id, .last(0)).session
                guard now.lastActivity < cutoff, session.id != active else { continue }
                if purges {
                    try await context.store.purge(session.id)
                } else {
                    try await context.store.delete(session.id)
                }
                count += 1
            } catch let error as ChatError {
                // Somebody is in a turn of it, or has deleted it: it is not ours to take away.
                if error.kind != .notFound { context.report(error) }
            }
        }
        return count
    }
}
