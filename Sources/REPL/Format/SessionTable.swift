import Chat
import Terminal

/// Sessions as a table.
enum SessionTable {
    private static let columns: [TextTable.Column] = [
        .init(), .init("NAME", isFlexible: true), .init("MESSAGES", alignment: .trailing),
        .init("MODEL"), .init("LAST USED"), .init("EXPIRES"), .init("ID"),
    ]

    /// A row for each session, numbered from 1 as `#n` means them; the active one has a star.
    static func make(_ sessions: [Session], active: SessionID?, now: Timestamp) -> TextTable {
        TextTable(
            columns,
            rows: sessions.enumerated().map { index, session in
                [
                    .init("#\(index + 1)\(session.id == active ? "*" : "")", as: .label),
                    .init(session.name.map(\.onOneLine) ?? "(no name)"),
                    .init(String(session.messageCount)),
                    .init(session.model ?? "", as: .faint),
                    .init(session.lastActivity.ago(now: now)),
                    .init(
                        session.expiresIn.map { "in \(DurationText.text(of: .seconds($0)))" } ?? ""),
                    .init(String(session.id.text.prefix(8)), as: .faint),
                ]
            })
    }
}
