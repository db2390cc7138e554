import Chat
import Terminal

/// The messages of a session with what they take up of the window.
enum ContextTable {
    /// A row for each message that is sent, and one for each run of those that are not; the summary
    /// stands behind what it covers.
    static func make(_ plan: ContextPlan) -> TextTable {
        let rows = runs(plan.entries).flatMap { run in
            let isCovered = run.last?.state == .summarised
            return [row(run)] + (isCovered ? summary(of: plan) : [])
        }
        return TextTable(
            [
                .init("MESSAGE"), .init("WHO"), .init("TOKENS", alignment: .trailing),
                .init(), .init(isFlexible: true),
            ],
            rows: rows)
    }

    private static func summary(of plan: ContextPlan) -> [[TextTable.Cell]] {
        guard let summary = plan.summary else { return [] }
        return [
            [
                "", "summary", .init("\(plan.summaryTokens)"), "sent",
                .init(summary.text.shortened(to: 200).onOneLine, as: .faint),
            ]
        ]
    }

    private static func runs(_ entries: [ContextPlan.Entry]) -> [[ContextPlan.Entry]] {
        entries.reduce(into: []) { runs, entry in
            if !entry.isSent, let last = runs.last?.last, last.state == entry.state {
                runs[runs.count - 1].append(entry)
            } else {
                runs.append([entry])
            }
        }
    }

    private static func row(_ run: [ContextPlan.Entry]) -> [TextTable.Cell] {
        guard let first = run.first, let last = run.last, let message = first.message.message
        else { return [] }
        let tokens = run.reduce(0) { $0 + $1.tokens }
        guard run.count > 1 else {
            return [
                .init("\(first.message.number)", as: .label), .init(Speaker.name(of: message)),
                .init("\(tokens)"),
                .init(first.isPinned ? "\(first.state.rawValue), pinned" : first.state.rawValue),
                .init(message.content.shortened(to: 200).onOneLine, as: .faint),
            ]
        }
        return [
            .init("\(first.message.number)–\(last.message.number)", as: .label), "",
            .init("\(tokens)"), .init(first.state.rawValue), "",
        ]
    }
}

/// What is sent as `--json` shows it.
struct ContextJSON: Encodable {
    private let plan: ContextPlan

    init(_ plan: ContextPlan) {
        self.plan = plan
    }

    private enum Key: String, CodingKey {
        case window, reserve, tokens, messages, summary
        case leftOut = "left_out"
    }

    private enum EntryKey: String, CodingKey {
        case number, role, tokens, state, pinned
    }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(plan.window, forKey: .window)
        try object.encode(plan.reserve, forKey: .reserve)
        try object.encode(plan.tokens, forKey: .tokens)
        try object.encode(plan.leftOut, forKey: .leftOut)
        try object.encode(plan.summary?.text, forKey: .summary)
        var messages = object.nestedUnkeyedContainer(forKey: .messages)
        for entry in plan.entries {
            var nested = messages.nestedContainer(keyedBy: EntryKey.self)
            try nested.encode(entry.message.number, forKey: .number)
            try nested.encode(entry.message.message?.role, forKey: .role)
            try nested.encode(entry.tokens, forKey: .tokens)
            try nested.encode(entry.state.rawValue, forKey: .state)
            try nested.encode(entry.isPinned, forKey: .pinned)
        }
    }
}
