import Chat
import Terminal

/// Sessions as a table.
enum SessionTable {
    /// A row for each session, numbered from 1 as `#n` means them; the active one has a star.
    ///
    /// When sessions expire is shown where one of them does.
    static func make(_ sessions: [Session], active: SessionID?, now: Timestamp) -> TextTable {
        let showsExpiry = sessions.contains { $0.expiresIn != nil }
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
                    showsExpiry ? [.init(session.expiresIn.map(expiryText) ?? "")] : []
                return [
                    .init("#\(index + 1)\(session.id == active ? "*" : "")", as: .label),
                    .init(name(of: session)),
                    .init(String(session.messageCount)),
                    .init(session.model.map(ModelName.short) ?? "", as: .faint),
                    .init(session.lastActivity.ago(now: now)),
                ] + expires + [.init(String(session.id.text.prefix(8)), as: .faint)]
            })
    }

    private static func name(of session: Session) -> String {
        let name = session.name.map(\.onOneLine) ?? "(no name)"
        return session.lostCount > 0 ? "\(name) (messages lost)" : name
    }

    /// The largest unit alone: a list is read at a glance.
    private static func expiryText(_ seconds: Int) -> String {
        let units = [(86_400, "d"), (3_600, "h"), (60, "min")]
        let unit = units.first { seconds >= $0.0 } ?? (1, "s")
        return "in \(seconds / unit.0) \(unit.1)"
    }
}
