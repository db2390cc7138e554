import Chat
import Terminal

/// Sessions as a table.
enum SessionTable {
    /// A row for each session, numbered from 1 as `#n` means them; the active one has a star.
    ///
    /// When sessions expire is shown where one of them does, or is pinned.
    static func make(_ sessions: [Session], active: SessionID?, now: Timestamp) -> TextTable {
        let showsExpiry = sessions.contains { $0.expiresIn != nil || $0.isPinned }
        let expiry: [TextTable.Column] = showsExpiry ? [.init("EXPIRES")] : []
        let columns: [TextTable.Column] =
            [
                .init(), .init("NAME", isFlexible: true), .init("MESSAGES", alignment: .trailing),
                .init("MODEL"), .init("LAST USED"),
            ] + expiry + [.init("ID")]
        return TextTable(
            columns,
            rows: sessions.enumerated().map { index, session in
                let expires: [TextTable.Cell] =
                    showsExpiry ? [.init(expiryText(of: session))] : []
                return [
                    .init("#\(index + 1)\(session.id == active ? "*" : "")", as: .label),
                    .init(name(of: session)),
                    .init(String(session.messageCount)),
                    .init(session.model.map(ModelName.short) ?? "", as: .faint),
                    .init(session.lastActivity.ago(now: now)),
                ] + expires + [.init(String(session.id.text.prefix(8)), as: .faint)]
            })
    }

    private static func expiryText(of session: Session) -> String {
        if session.isPinned { return "pinned" }
        return session.expiresIn.map { "in \(Lifetime.text(of: $0))" } ?? ""
    }

    private static func name(of session: Session) -> String {
        let name = session.listedName
        return session.lostCount > 0 ? "\(name) (messages lost)" : name
    }
}
