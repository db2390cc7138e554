import Terminal

/// How much of what is found is shown.
enum SearchLimit: Hashable {
    /// All of it.
    case none
    /// So many messages.
    case messages(Int)
    /// What fits into so many lines.
    case screen(lines: Int)

    /// How many messages of one session are shown on the first screen.
    static let perSession = 3
    /// The messages that are shown where nobody reads along on a terminal.
    private static let pipe = SearchLimit.messages(20)
    /// The lines that stay free for the question above and for what is said below.
    private static let spareLines = 5

    /// A screen, where a person reads.
    static func usual(in context: CommandContext) -> SearchLimit {
        let traits = context.output.traits(of: .standardOutput)
        guard let rows = traits.rows, !context.settings.wantsJSON else { return pipe }
        return .screen(lines: max(3, rows - spareLines))
    }

    /// How many messages may be shown.
    var hits: Int? {
        switch self {
        case .none: nil
        case .messages(let count), .screen(let count): count
        }
    }

    /// How many lines may be shown.
    var lines: Int? {
        if case .screen(let lines) = self { lines } else { nil }
    }
}
