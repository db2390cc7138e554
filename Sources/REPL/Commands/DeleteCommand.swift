import ArgumentParser
import Chat
import Terminal

/// Moves a session into the trash.
package struct DeleteCommand: ChatCommand {
    package static let name = "delete"
    package static let shellName: String? = "delete"
    package static let usage = "[--purge] [SESSION]"
    package static let summary = "Moves a session into the trash for seven days."
    package static let takesFreeText = true
    package static let leadingOptions: Set<String> = ["-y", "--yes", "--purge"]

    @Flag(name: .shortAndLong, help: "Do not ask.")
    var yes = false

    @Flag(help: "Remove it for good, also from the trash.")
    var purge = false

    @Argument(help: "The session; the active one unless told.", completion: .sessions)
    var session: String?

    package init() {}

    package func run(in context: CommandContext) async throws -> CommandOutcome {
        let active = await context.conversation.session
        let target = try await target(in: context)
        let count = Count.messages(target.messageCount)
        let question =
            purge
            ? "Remove \(target.title) with \(count) for good? Nothing can bring it back."
            : "Move \(target.title) with \(count) into the trash?"
        if !yes {
            guard try await context.confirm(question) else {
                context.output.notice("Nothing was deleted.")
                return .next
            }
        }
        if purge {
            try await context.store.purge(target.id)
            context.output.notice("Nothing of \(target.title) is left.")
        } else {
            try await context.store.delete(target.id)
            context.output.notice(
                "\(target.title) is in the trash for seven days. \(context.door.undeletes)")
        }
        if target.id == active?.id { await context.beginSession() }
        return .next
    }

    private func target(in context: CommandContext) async throws -> Session {
        if let session {
            do {
                return try await context.session(session)
            } catch let error as REPLError where purge && error.kind == .notFound {
                return try await context.trashedSession(session)
            }
        }
        guard context.door == .prompt else { throw REPLError.noneNamed }
        return try await context.activeSessionNow()
    }

    package static func completions(
        of text: String, in context: CompletionContext
    ) async -> [Candidate] {
        await context.sessions(beginningWith: text)
    }
}
