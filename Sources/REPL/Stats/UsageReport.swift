import Chat
import Terminal

/// Statistics as people read them.
struct UsageReport {
    /// What was added up.
    let statistics: UsageStatistics
    /// The session that it is about; the store unless told.
    let session: Session?
    /// The memory of the store.
    let store: StoreUsage
    /// Whether bars stand behind the numbers, and can be more than ASCII.
    let bars: (isShown: Bool, isUTF8: Bool)

    /// The tables, from the whole to its parts.
    var tables: [TextTable] {
        let parts = [models] + (session == nil ? [largest, expiries] : [])
        return [summary] + parts.compactMap(\.self)
    }

    private var summary: TextTable {
        let lines = session.map(lines(about:)) ?? linesAboutStore
        return TextTable(
            [.init(), .init(isFlexible: true)],
            rows: lines.map { [.init($0.0, as: .label), .init($0.1)] })
    }

    private var linesAboutStore: [(String, String)] {
        let average = Decimal.text(statistics.averageMessages, digits: 1)
        var lines = [
            ("Sessions", "\(statistics.sessionCount)" + pinned),
            ("Messages", "\(statistics.messageCount), \(average) in a session on average"),
        ]
        if let oldest = statistics.oldest {
            lines.append(("Oldest", "\(oldest.title), created \(oldest.createdAt.ago())"))
        }
        if let most = statistics.mostActive {
            lines.append(("Most active", "\(most.title), \(Count.messages(most.messageCount))"))
        }
        return lines + linesAboutMemory
    }

    private var pinned: String {
        statistics.pinnedCount > 0 ? ", \(statistics.pinnedCount) of them pinned" : ""
    }

    private func lines(about session: Session) -> [(String, String)] {
        let expiry = session.expiresIn.map { "in \(Lifetime.text(of: $0))" } ?? "never"
        return [
            ("Session", session.title), ("Messages", "\(session.messageCount)"),
            ("Created", session.createdAt.ago()), ("Last used", session.lastActivity.ago()),
            ("Expires", session.isPinned ? "never, it is pinned" : expiry),
        ] + linesAboutMemory
    }

    private var linesAboutMemory: [(String, String)] {
        var lines: [(String, String)] = []
        if statistics.unreadableCount > 0 {
            lines.append(("Unreadable", Count.messages(statistics.unreadableCount)))
        }
        if let bytes = statistics.bytes {
            lines.append(("Size", "\(ByteCount.text(of: Int64(bytes))) in the store"))
        }
        if let used = store.memoryUsed {
            let limit = store.memoryLimit.map { " of \(ByteCount.text(of: Int64($0)))" } ?? ""
            let policy = store.policy.map { ", policy \($0)" } ?? ""
            lines.append(("Store", ByteCount.text(of: Int64(used)) + limit + policy))
        }
        return lines
    }

    private var models: TextTable? {
        let ranked = statistics.rankedModels
        return table(
            [
                .init("MODEL", isFlexible: true), .init("TURNS", alignment: .trailing),
                .init("TOKENS IN", alignment: .trailing), .init("OUT", alignment: .trailing),
                .init("TOKENS/S", alignment: .trailing), .init("LOADING", alignment: .trailing),
                .init("STOPPED", alignment: .trailing),
            ],
            ranked.map { name, usage in
                let cells: [TextTable.Cell] = [
                    .init(name.map(\.onOneLine) ?? "(not noted)"), .init("\(usage.turns)"),
                    .init("\(usage.promptTokens)"), .init("\(usage.replyTokens)"),
                    .init(usage.medianTokensPerSecond.map { Decimal.text($0, digits: 1) } ?? ""),
                    .init(usage.loadShare.map(Percent.text) ?? ""),
                    .init(Percent.text(usage.interruptedShare)),
                ]
                return (cells, usage.turns)
            })
    }

    private var largest: TextTable? {
        table(
            [
                .init(), .init("LARGEST", isFlexible: true),
                .init("MESSAGES", alignment: .trailing), .init("SIZE", alignment: .trailing),
            ],
            statistics.largest.enumerated().map { index, sized in
                let cells: [TextTable.Cell] = [
                    .init("#\(index + 1)", as: .label),
                    .init(sized.session.listedName),
                    .init("\(sized.session.messageCount)"),
                    .init(ByteCount.text(of: Int64(sized.bytes))),
                ]
                return (cells, sized.bytes)
            })
    }

    private var expiries: TextTable? {
        table(
            [.init("EXPIRING"), .init("SESSIONS", alignment: .trailing)],
            ExpiryRange.allCases.compactMap { range in
                statistics.expiries[range].map { ([.init(range.title), .init("\($0)")], $0) }
            })
    }

    /// A table in which bars compare the rows, where there is more than one; `nil` without any.
    private func table(
        _ columns: [TextTable.Column], _ rows: [(cells: [TextTable.Cell], weight: Int)]
    ) -> TextTable? {
        guard !rows.isEmpty else { return nil }
        guard bars.isShown, rows.count > 1 else {
            return TextTable(columns, rows: rows.map(\.cells))
        }
        let bar = ShareBar(largest: rows.map(\.weight).max() ?? 0, isUTF8: bars.isUTF8)
        return TextTable(
            columns + [.init()],
            rows: rows.map { $0.cells + [.init(bar.text($0.weight), as: .faint)] })
    }
}
