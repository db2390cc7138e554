import ArgumentParser
import Chat
import Terminal

/// Draws the family of branches that the session belongs to.
package struct TreeCommand: ChatCommand {
    package static let name = "tree"
    package static let shellName: String? = "tree"
    package static let summary = "Draws the branches that belong to the session."
    package static let needsSession = true

    package init() {}

    package func run(in context: CommandContext) async throws -> CommandOutcome {
        let id = try await context.activeSession()
        let tree = SessionTree(try await context.store.family(of: id))
        context.list = .sessions(tree.rows.map(\.session.id))
        if context.settings.wantsJSON {
            try context.output.result(JSONText.of(tree.rows.map { SessionJSON($0.session) }))
            return .next
        }
        let path = tree.path(to: id)
        context.output.table(
            TextTable(
                [
                    .init(), .init("SESSION", isFlexible: true),
                    .init("FROM", alignment: .trailing),
                    .init("MESSAGES", alignment: .trailing), .init("LAST USED"), .init("ID"),
                ],
                rows: tree.rows.enumerated().map { index, row in
                    let session = row.session
                    let mark = session.id == id ? "*" : path.contains(session.id) ? "·" : ""
                    return [
                        .init("#\(index + 1)\(mark)", as: .label),
                        .init(row.rails + session.listedName),
                        .init(session.branchPoint.map { "\($0)" } ?? ""),
                        .init("\(session.messageCount)"),
                        .init(session.lastActivity.ago()),
                        .init(String(session.id.text.prefix(8)), as: .faint),
                    ]
                }))
        return .next
    }
}
