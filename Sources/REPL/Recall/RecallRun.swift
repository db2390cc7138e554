import Chat
import Search
import Terminal

/// Finds messages by what they mean and by their words, and shows the best of both.
struct RecallRun {
    private let query: RecallQuery
    private let sessions: [SessionID]?
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
        _ query: RecallQuery, in sessions: [SessionID]?, _ limit: SearchLimit,
        context: CommandContext
    ) {
        self.query = query
        self.sessions = sessions
        self.limit = limit
        self.context = context
    }

    /// Searches, shows and remembers the rows.
    func show() async throws {
        guard let (model, question) = try await question(), let recall = context.recall else {
            return try await SearchRun(query.query, in: sessions, limit, context: context).show()
        }
        // One more tells whether there are more.
        let request = SearchRequest(
            query.query, in: sessions, limit: limit.hits.map { $0 + 1 })
        let meant = try await recall.recall(question, of: model, request)
        var worded: [SessionHits] = []
        for try await found in context.search.search(request) { worded.append(found) }
        try await show(RankFusion.fuse([worded, meant.map(showing)], limit: request.limit))
        let status = try await recall.vectorStatus(of: model)
        if status.covered < status.messages, context.door == .prompt || !context.settings.wantsJSON
        {
            context.output.notice(
                "\(status.covered) of \(Count.messages(status.messages)) are compared by what they "
                    + "mean so far; the others follow while a prompt waits.")
        }
    }

    /// The vector of the question and the model that made it; `nil` where there can be none, which
    /// was said then.
    private func question() async throws -> (model: String, vector: [Float])? {
        guard context.recall != nil, !context.isStoreAway() else {
            context.output.warning(
                context.recall == nil
                    ? "There is no store in Redis here: only words are looked for."
                    : "The store is away: only words in what this program has seen are looked for.")
            return nil
        }
        do {
            guard let model = try await context.recallModel() else { return nil }
            let spinner = context.output.spinner("Comparing (Ctrl-C stops)")
            defer { spinner.stop() }
            let text = EmbeddingPrefixes.of(model).question + query.question
            guard let vector = try await context.server.embed([text], with: model).vectors.first
            else { return nil }
            return (model, vector)
        } catch let failure as any ChatFailure {
            context.output.warning("Only words are looked for: \(failure.description)")
            if let hint = failure.hint { context.output.hint(hint) }
            return nil
        }
    }

    private func showing(_ group: SessionHits) -> SessionHits {
        SessionHits(
            session: group.session, hits: group.hits.map { $0.showing(query.query.text) })
    }

    private func show(_ groups: [SessionHits]) async throws {
        let all = groups.flatMap { group in group.hits.map { (group, $0) } }
        guard !context.settings.wantsJSON else {
            let hits = all.sorted { $0.1.score > $1.1.score }.prefix(limit.hits ?? .max)
            return try context.output.result(JSONText.of(hits.map { HitJSON($0.1, in: $0.0) }))
        }
        var printer = HitPrinter(
            context.output, linesLeft: limit.lines,
            active: await context.conversation.session?.id)
        var isCut = false
        var left = limit.hits ?? .max
        for group in groups {
            let some = group.prefix(min(left, limit.lines == nil ? .max : SearchLimit.perSession))
            left -= some.hits.count
            isCut = isCut || some.hasMore
            guard !some.hits.isEmpty else { continue }
            guard printer.show(some) else {
                isCut = true
                break
            }
        }
        context.list = .hits(printer.rows)
        context.conclude(
            isEmpty: groups.isEmpty, isCut: isCut, saying: "/recall --all shows all.",
            or: "--limit shows more of it.")
    }
}
