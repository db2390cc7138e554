import ArgumentParser
import Chat
import Terminal

/// Moves a session into the trash.
package struct DeleteCommand: ChatCommand {
    package static let name = "delete"
    package static let shellName: String? = "delete"
    package static let usage = "[--yes] [SESSION]"
    package static let summary = "Moves a session into the trash for seven days."
    package static let takesFreeText = true
    package static let leadingOptions: Set<String> = ["-y", "--yes"]

    @Flag(name: .shortAndLong, help: "Do not ask.")
    var yes = false

    @Argument(help: "The session; the active one unless told.", completion: .sessions)
    var session: String?

    package init() {}

    package func run(in context: CommandContext) async throws -> CommandOutcome {
        let active = await context.conversation.session
        let target: Session
        if let session {
            target = try await context.session(session)
        } else if context.door == .shell {
            throw REPLError.noneNamed
        } else {
            let id = try await context.activeSession()
            target = try await context.store.history(of: id, .last(0)).session
        }
        let name = target.name.map { "“\($0.onOneLine.shortened(to: 60))”" } ?? target.id.text
        let count = Count.messages(target.messageCount)
        if !yes {
            guard try await context.confirm("Move \(name) with \(count) into the trash?") else {
                context.output.notice("Nothing was deleted.")
                return .next
            }
        }
        try await context.store.delete(target.id)
        context.output.notice("\(name) is in the trash for seven days.")
        if target.id == active?.id { await context.beginSession() }
        return .next
    }

    package static func completions(
        of text: String, in context: CompletionContext
    ) async -> [Candidate] {
        await context.sessions(beginningWith: text)
    }
}
