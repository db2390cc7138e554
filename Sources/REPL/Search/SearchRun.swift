import Chat
import Search
import Terminal

/// Runs a search and shows what is found as it is found.
struct SearchRun {
    /// How many words that were found in place of others are named.
    private static let namedWords = 3

    private let request: SearchRequest
    private let limit: SearchLimit
    private let context: CommandContext

    /// What was found, and whether there is more.
    private struct Findings {
        var groups: [SessionHits] = []
        var isCut = false
    }

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
            limitPerSession: limit.lines != nil && sessions == nil ? SearchLimit.perSession : nil)
        self.limit = limit
        self.context = context
    }

    /// Searches, shows and remembers the rows.
    ///
    /// Where nothing is found, it looks for words that were perhaps meant.
    func show() async throws {
        try await prepare()
        var printer = HitPrinter(
            context.output, linesLeft: limit.lines,
            active: await context.conversation.session?.id)
        let wantsLines = !context.settings.wantsJSON
        var found = try await findings(of: request) { !wantsLines || printer.show($0) }
        if found.groups.isEmpty, !Task.isCancelled, let near = request.near {
            // The words are known only when all is found that will be shown.
            found = try await findings(of: near) { _ in true }
            if !found.groups.isEmpty { tell(near.query.nearWords(in: found.groups)) }
            for group in found.groups where wantsLines && !printer.show(group) {
                found.isCut = true
                break
            }
        }
        guard wantsLines else {
            return try context.output.result(
                JSONText.of(
                    found.groups.flatMap { group in group.hits.map { HitJSON($0, in: group) } }))
        }
        context.list = .hits(printer.rows)
        conclude(found)
        if context.door == .prompt, !Task.isCancelled {
            SearchCorrection(request, shown: found.groups, context).begin()
        }
    }

    /// The shell waits until it is known what other programs changed; the prompt shows what is
    /// found at once, and corrects it.
    private func prepare() async throws {
        guard let index = context.index else { return }
        if context.door == .shell {
            do {
                _ = try await index.settle()
            } catch is CancellationError {
                return
            }
        }
        if await index.isBeingMade() {
            context.output.notice("The search index is being made; until then everything is read.")
        }
    }

    /// Searches until there is as much as may be shown.
    ///
    /// - Parameters:
    ///   - request: What to look for.
    ///   - show: Takes what was found, and says whether there is room for more.
    /// - Returns: What was found, also where the search was stopped.
    /// - Throws: What was wrong with the query or the store.
    private func findings(
        of request: SearchRequest, _ show: (SessionHits) -> Bool
    ) async throws -> Findings {
        var found = Findings()
        var left = limit.hits ?? .max
        do {
            for try await var group in context.search.search(request) {
                found.isCut = group.hits.count > left
                guard left > 0 else { break }
                group = group.prefix(left)
                left -= group.hits.count
                if !show(group) { found.isCut = true }
                found.groups.append(group)
                if found.isCut { break }
            }
        } catch is CancellationError {}
        return found
    }

    /// Says which words were taken in place of those that are nowhere.
    private func tell(_ words: [String]) {
        guard !words.isEmpty, case .words(let required, _) = request.query.text else { return }
        var missing = "all of these words"
        if case .word(let word)? = required.first, required.count == 1 { missing = "“\(word)”" }
        let taken = words.prefix(Self.namedWords).map { "“\($0)”" }.alternatives
        context.output.notice("Nothing has \(missing). These have \(taken).")
    }

    /// Says what can be done next.
    private func conclude(_ found: Findings) {
        if Task.isCancelled {
            context.output.notice(
                found.groups.isEmpty
                    ? "Stopped; nothing was found until then."
                    : "Stopped; there may be more than this.")
        } else {
            context.conclude(
                isEmpty: found.groups.isEmpty, isCut: found.isCut,
                saying: "/search --all shows all.", or: "--all shows all.")
        }
    }
}

extension CommandContext {
    /// Says what can be done behind a list of hits.
    ///
    /// - Parameters:
    ///   - isEmpty: Whether there are none.
    ///   - isCut: Whether there are more.
    ///   - atPrompt: What shows more at the prompt.
    ///   - inShell: What shows more in the shell.
    func conclude(
        isEmpty: Bool, isCut: Bool, saying atPrompt: String, or inShell: String
    ) {
        if isEmpty {
            output.notice("Nothing was found.")
        } else if door == .prompt {
            output.hint("/open #1 shows the first in its session.\(isCut ? " \(atPrompt)" : "")")
        } else if isCut {
            output.hint("There is more; \(inShell)")
        }
    }
}

extension SearchRequest {
    /// The same for words that were perhaps typed wrong, or `nil` where none can be.
    fileprivate var near: SearchRequest? {
        guard let query = query.near else { return nil }
        var near = self
        near.query = query
        return near
    }
}

extension SessionHits {
    /// The same with so many hits at the most.
    func prefix(_ count: Int) -> SessionHits {
        guard hits.count > count else { return self }
        return SessionHits(session: session, hits: Array(hits.prefix(count)), hasMore: true)
    }
}
