/// Decides what of a session is sent to a model, so that the server has nothing to leave out.
///
/// System messages always are, and those that somebody pinned, then as many of the newest turns as fit with room for the reply,
/// whole turns only. When they do not fit any more, turns are dropped down to a share of the window
/// at once, so that between two such steps every request is the last one and a turn more: the
/// server then reads only what is new.
public struct ContextPlanner: Hashable, Sendable {
    /// As much of the room is left filled, unless told, when turns have to be dropped.
    public static let usualShare = 0.45
    /// No more than that is kept free for a reply that may be as long as it likes.
    private static let usualReserve = 1024

    /// The tokens of the window, where that is known.
    public var window: Int?
    /// The tokens of the longest reply, where that is limited.
    public var longestReply: Int?
    /// The newest messages that may be sent at all, where that is limited.
    public var recent: Int?
    /// How much of the room is left filled when turns have to be dropped.
    public var share: Double

    /// Makes a planner.
    public init(
        window: Int? = nil, longestReply: Int? = nil, recent: Int? = nil,
        share: Double = usualShare
    ) {
        self.share = share
        self.window = window
        self.longestReply = longestReply
        self.recent = recent
    }

    /// The tokens that are kept free for the reply.
    public var reserve: Int {
        guard let window else { return 0 }
        let usual = min(Self.usualReserve, window / 4)
        return min(longestReply.flatMap { $0 > 0 ? $0 : nil } ?? usual, window / 2)
    }

    /// Plans a request.
    ///
    /// - Parameters:
    ///   - entries: The messages of the session with their tokens, oldest first; the last turn is
    ///     the one to be answered.
    ///   - start: The first message that the last request had but for system messages.
    ///   - summary: What is sent in place of some messages, and its tokens.
    ///   - choices: What was decided of single messages.
    /// - Returns: What is sent.
    public func plan(
        _ entries: [ContextPlan.Entry], from start: Timestamp? = nil,
        with summary: (summary: SessionSummary, tokens: Int)? = nil,
        deciding choices: ContextChoices = ContextChoices()
    ) -> ContextPlan {
        var plan = ContextPlan(entries: entries, window: window, reserve: reserve)
        if !choices.isEmpty { plan.apply(choices) }
        if let (summary, tokens) = summary { plan.send(summary, taking: tokens) }
        if let recent { plan.keep(from: recentStart(recent, in: plan)) }
        let chosen = plan.leftOut
        if let window { fit(&plan, into: window - reserve, from: start) }
        plan.isCut = plan.leftOut > chosen
        return plan
    }

    /// Leaves out what does not fit into some room.
    private func fit(_ plan: inout ContextPlan, into room: Int, from start: Timestamp?) {
        if let start {
            plan.keep(from: plan.entries.firstIndex { $0.message.timestamp >= start } ?? 0)
        }
        if plan.tokens > room {
            plan.keep(from: newestTurns(filling: Int(Double(room) * share), of: plan))
        }
    }

    /// Where the newest messages begin that are sent at all.
    private func recentStart(_ count: Int, in plan: ContextPlan) -> Int {
        let others = plan.entries.indices.filter { plan.entries[$0].isSent && !plan.isFixed($0) }
        return others.suffix(max(count, 1)).first ?? 0
    }

    /// Where the newest turns begin that take up no more than some room; at least the last one.
    private func newestTurns(filling room: Int, of plan: ContextPlan) -> Int {
        let fixed = plan.entries.indices.filter { plan.isFixed($0) && plan.entries[$0].isSent }
        var left =
            room - plan.summaryTokens - fixed.reduce(0) { $0 + plan.entries[$1].tokens }
        var start = plan.entries.endIndex
        for index in plan.entries.indices.reversed()
        where plan.entries[index].isSent && !plan.isFixed(index) {
            left -= plan.entries[index].tokens
            if left < 0, start < plan.entries.endIndex { break }
            if plan.beginsTurn(index) { start = index }
        }
        return start < plan.entries.endIndex ? start : 0
    }
}

extension ContextPlan {
    /// Leaves out what stands before a place but for system messages.
    fileprivate mutating func keep(from start: Int) {
        for index in entries.indices.prefix(start) where entries[index].isSent && !isFixed(index) {
            entries[index].state = .leftOut
        }
    }

    /// Sends a summary in place of what it covers.
    fileprivate mutating func send(_ summary: SessionSummary, taking tokens: Int) {
        (self.summary, summaryTokens) = (summary, tokens)
        for index in entries.indices
        where entries[index].isSent && !isFixed(index)
            && entries[index].message.timestamp <= summary.through
        {
            entries[index].state = .summarised
        }
    }

    /// Sends and leaves out what somebody decided to, but for the question that is to be answered.
    fileprivate mutating func apply(_ choices: ContextChoices) {
        for index in entries.indices {
            let moment = entries[index].message.timestamp
            entries[index].isPinned = choices.always.contains(moment)
            let isAsked = index == entries.indices.last && beginsTurn(index)
            if choices.never.contains(moment), !isAsked { entries[index].state = .excluded }
        }
    }

    fileprivate func beginsTurn(_ index: Int) -> Bool {
        entries[index].message.message?.role == .user
    }
}
