import ArgumentParser
import Chat
import Terminal

/// Lists the sessions, the last used first.
package struct SessionsCommand: ChatCommand {
    package static let name = "sessions"
    package static let shellName: String? = "list"
    package static let usage = "[COUNT]"
    package static let summary = "Lists the sessions, the last used first."

    @Argument(help: "How many to list.")
    var count: Int?

    package init() {}

    package func validate() throws {
        if let count, count < 1 { throw ValidationError("COUNT is a number from 1 up.") }
    }

    package func run(in context: CommandContext) async throws -> CommandOutcome {
        let page = try await context.store.list(
            offset: 0, limit: count ?? (context.door == .shell ? Int(Int32.max) : 20))
        context.list = .sessions(page.sessions.map(\.id))
        if context.settings.wantsJSON {
            try context.output.result(JSONText.of(page.sessions.map(SessionJSON.init)))
            return .next
        }
        guard !page.sessions.isEmpty else {
            context.output.notice("There are no sessions yet. A session begins with a message.")
            return .next
        }
        let active = await context.conversation.session?.id
        context.output.table(SessionTable.make(page.sessions, active: active, now: .now))
        if page.total > page.sessions.count {
            context.output.hint(
                "These are \(page.sessions.count) of \(page.total). \(context.door.listsSessions) \(page.total) shows all."
            )
        }
        return .next
    }
}
