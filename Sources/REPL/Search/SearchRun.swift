import Chat
import Search
import Terminal

/// Runs a search and shows what is found as it is found.
struct SearchRun {
    /// How many messages of one session are shown on the first screen.
    private static let limitPerSession = 3

    private let request: SearchRequest
    private let limit: SearchLimit
    private let context: CommandContext

    /// Makes a run.
    ///
    /// - Parameters:
    ///   - query: What to look for.
    ///   - sessions: Where, or `nil` for everywhere.
    ///   - limit: How much to show.
    ///   - context: What the command works with.
    init(
        _ query: SearchQuery, in sessions: [SessionID]?, _ limit: SearchLimit,
        context: CommandContext
    ) {
        // One more tells whether there are more.
        request = SearchRequest(
            query, in: sessions, limit: limit.hits.map { $0 + 1 },
            limitPerSession: limit.lines != nil && sessions == nil ? Self.limitPerSession : nil)
        self.limit = limit
        self.context = context
    }

    /// Searches, shows and remembers the rows.
    func show() async throws {
        var printer = HitPrinter(
            context.output, linesLeft: limit.lines,
            active: await context.conversation.session?.id)
        var found: [SessionHits] = []
        var left = limit.hits ?? .max
        var isCut = false
        do {
            for try await var group in context.search.search(request) {
                isCut = group.hits.count > left
                guard left > 0 else { break }
                group = group.prefix(left)
                left -= group.hits.count
                if !context.settings.wantsJSON, !printer.show(group) { isCut = true }
                found.append(group)
                if isCut { break }
            }
        } catch is CancellationError {}
        if context.settings.wantsJSON {
            return try context.output.result(
                JSONText.of(found.flatMap { group in group.hits.map { HitJSON($0, in: group) } }))
        }
        context.list = .hits(printer.rows)
        conclude(found.isEmpty, isCut: isCut)
    }

    /// Says what can be done next.
    private func conclude(_ isEmpty: Bool, isCut: Bool) {
        if Task.isCancelled {
            context.output.notice(
                isEmpty
                    ? "Stopped; nothing was found until then."
                    : "Stopped; there may be more than this.")
        } else if isEmpty {
            context.output.notice("Nothing was found.")
        } else if context.door == .prompt {
            let more = isCut ? " /search --all shows all." : ""
            context.output.hint("/open #1 shows the first in its session.\(more)")
        } else if isCut {
            context.output.hint("There is more; --all shows all.")
        }
    }
}

extension SessionHits {
    /// The same with so many hits at the most.
    fileprivate func prefix(_ count: Int) -> SessionHits {
        guard hits.count > count else { return self }
        return SessionHits(session: session, hits: Array(hits.prefix(count)), hasMore: true)
    }
}
