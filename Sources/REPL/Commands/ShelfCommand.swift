import ArgumentParser
import Chat
import Terminal

/// Lists what was taken off the session's path, and puts it back.
package struct ShelfCommand: ChatCommand {
    package static let name = "shelf"
    package static let shellName: String? = "shelf"
    package static let usage = "[#N]"
    package static let summary = "Lists what was taken off, or puts row #N back."
    package static let needsSession = true

    @Argument(help: "The row to put back.")
    var row: String?

    package init() {}

    package func run(in context: CommandContext) async throws -> CommandOutcome {
        try await context.settle()
        let id = try await context.activeSession()
        let shelf = Array(try await context.store.shelf(of: id).reversed())
        guard let row else {
            try show(shelf, of: id, in: context)
            return .next
        }
        try await putBack(try entry(row, of: id, shelf, in: context), in: context)
        return .next
    }

    private func show(_ shelf: [ShelvedMessages], of id: SessionID, in context: CommandContext)
        throws
    {
        context.list = .shelf(id, shelf)
        if context.settings.wantsJSON {
            return try context.output.result(JSONText.of(shelf.map(ShelfJSON.init)))
        }
        guard !shelf.isEmpty else {
            return context.output.notice("Nothing was taken off this session.")
        }
        context.output.table(ShelfTable.make(shelf))
        if context.door == .prompt { context.output.hint("/shelf #1 puts the first row back.") }
    }

    /// The row of the list that the person looks at, which may have grown since.
    private func entry(
        _ row: String, of id: SessionID, _ shelf: [ShelvedMessages], in context: CommandContext
    ) throws -> ShelvedMessages {
        var rows = shelf
        if case .shelf(id, let shown) = context.list { rows = shown }
        guard let number = RowNumber(row)?.value ?? Int(row), rows.indices.contains(number - 1)
        else { throw REPLError.noSuchShelfRow(row, rows: rows.count) }
        return rows[number - 1]
    }

    private func putBack(_ entry: ShelvedMessages, in context: CommandContext) async throws {
        let count = Count.messages(entry.messages.count)
        if let branch = try await context.conversation.restore(entry) {
            context.output.notice(
                "The session has gone on since, so \(count) came back in a branch of it: \(branch.title)"
            )
        } else {
            context.output.notice("Put back \(count).")
        }
    }
}

/// What is on a shelf, as a table.
private enum ShelfTable {
    static func make(_ shelf: [ShelvedMessages]) -> TextTable {
        TextTable(
            [
                .init(), .init("TAKEN OFF BY"), .init("WHEN"),
                .init("MESSAGES", alignment: .trailing), .init("BEGINS WITH", isFlexible: true),
            ],
            rows: shelf.enumerated().map { index, entry in
                [
                    .init("#\(index + 1)", as: .label), .init(entry.kind.command),
                    .init(entry.at.ago()), .init("\(entry.messages.count)"),
                    .init(
                        (entry.messages.first?.message?.content ?? "").onOneLine
                            .shortened(to: 60)),
                ]
            })
    }
}

extension ShelfKind {
    /// The command that took the messages off.
    fileprivate var command: String { "/\(rawValue)" }
}

/// An entry of the shelf as `--json` shows it.
private struct ShelfJSON: Encodable {
    private let entry: ShelvedMessages

    init(_ entry: ShelvedMessages) {
        self.entry = entry
    }

    private enum Key: String, CodingKey {
        case operation, kind, at, messages
    }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(entry.operation.text, forKey: .operation)
        try object.encode(entry.kind.rawValue, forKey: .kind)
        try object.encode(entry.at.seconds, forKey: .at)
        try object.encode(entry.messages.map(MessageJSON.init), forKey: .messages)
    }
}
