import ArgumentParser
import Chat
import Terminal

/// Shows what was said and is not in the store.
package struct SpoolCommand: ChatCommand {
    package static let name = "spool"
    package static let shellName: String? = "spool"
    package static let summary = "Shows messages that wait for the store."

    package init() {}

    package func run(in context: CommandContext) async throws -> CommandOutcome {
        let waiting = context.waitingMessages()
        if context.settings.wantsJSON {
            try context.output.result(JSONText.of(waiting.flatMap(WaitingJSON.list)))
            return .next
        }
        if waiting.isEmpty {
            context.output.notice("No messages wait for the store.")
        }
        for file in waiting {
            context.output.notice(
                file.isRefused
                    ? "These messages were not taken by \(file.store) and are kept in \(file.path)"
                    : "These messages wait in \(file.path) for \(file.store)")
            HistoryPrinter(context.output).show(file.messages)
        }
        return .next
    }
}

/// A waiting message as `--json` shows it.
private struct WaitingJSON: Encodable {
    let path: String
    let store: String
    let refused: Bool
    let session_id: String
    let role: String
    let content: String
    let said_at: Double?

    static func list(_ file: WaitingMessages) -> [WaitingJSON] {
        file.messages.map { session, message in
            WaitingJSON(
                path: file.path, store: file.store, refused: file.isRefused,
                session_id: session.text, role: message.role.rawValue, content: message.content,
                said_at: message.saidAt?.seconds)
        }
    }
}
