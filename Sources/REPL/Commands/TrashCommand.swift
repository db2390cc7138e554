import ArgumentParser
import Chat
import Terminal

/// Lists the sessions in the trash.
package struct TrashCommand: ChatCommand {
    package static let name = "trash"
    package static let shellName: String? = "trash"
    package static let summary = "Lists the sessions in the trash."

    package init() {}

    package func run(in context: CommandContext) async throws -> CommandOutcome {
        let trash = try await context.store.trash(limit: 1000)
        context.list = .trash(trash.map(\.session))
        if context.settings.wantsJSON {
            try context.output.result(JSONText.of(trash.map(TrashedJSON.init)))
            return .next
        }
        guard !trash.isEmpty else {
            context.output.notice("The trash is empty.")
            return .next
        }
        context.output.table(
            TextTable(
                [
                    .init(), .init("NAME", isFlexible: true),
                    .init("MESSAGES", alignment: .trailing), .init("DELETED"), .init("VANISHES"),
                    .init("ID"),
                ],
                rows: trash.enumerated().map { index, trashed in
                    [
                        .init("#\(index + 1)", as: .label),
                        .init(trashed.session.listedName),
                        .init("\(trashed.session.messageCount)"),
                        .init(trashed.deletedAt.ago()),
                        .init("in \(Lifetime.text(of: trashed.vanishesIn))"),
                        .init(String(trashed.session.id.text.prefix(8)), as: .faint),
                    ]
                }))
        return .next
    }
}

/// Brings a session back from the trash.
package struct UndeleteCommand: ChatCommand {
    package static let name = "undelete"
    package static let shellName: String? = "undelete"
    package static let usage = "SESSION"
    package static let summary = "Brings a session back from the trash."
    package static let takesFreeText = true

    @Argument(help: "The session: its id, the beginning of it, its name, or #n of /trash.")
    var session: String

    package init() {}

    package func run(in context: CommandContext) async throws -> CommandOutcome {
        let trashed = try await context.trashedSession(session)
        let back = try await context.store.undelete(trashed.id)
        context.output.notice(
            "\(back.title) is back, with \(Count.messages(back.messageCount)).")
        return .next
    }
}

/// A session in the trash as `--json` shows it.
private struct TrashedJSON: Encodable {
    private let trashed: TrashedSession

    init(_ trashed: TrashedSession) {
        self.trashed = trashed
    }

    private enum Key: String, CodingKey {
        case id, name
        case messageCount = "message_count"
        case deletedAt = "deleted_at"
        case vanishesIn = "vanishes_in"
    }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(trashed.session.id.text, forKey: .id)
        try object.encode(trashed.session.name, forKey: .name)
        try object.encode(trashed.session.messageCount, forKey: .messageCount)
        try object.encode(trashed.deletedAt.seconds, forKey: .deletedAt)
        try object.encode(trashed.vanishesIn, forKey: .vanishesIn)
    }
}
