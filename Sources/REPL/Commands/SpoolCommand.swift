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
    private let file: WaitingMessages
    private let session: SessionID
    private let message: Message

    private enum Key: String, CodingKey {
        case path, store, refused, role, content
        case sessionID = "session_id"
        case saidAt = "said_at"
    }

    static func list(_ file: WaitingMessages) -> [WaitingJSON] {
        file.messages.map { WaitingJSON(file: file, session: $0.session, message: $0.message) }
    }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(file.path, forKey: .path)
        try object.encode(file.store, forKey: .store)
        try object.encode(file.isRefused, forKey: .refused)
        try object.encode(session.text, forKey: .sessionID)
        try object.encode(message.role, forKey: .role)
        try object.encode(message.content, forKey: .content)
        try object.encodeIfPresent(message.saidAt?.seconds, forKey: .saidAt)
    }
}
