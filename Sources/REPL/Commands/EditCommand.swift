import ArgumentParser
import Chat
import Terminal

/// Says an earlier message in another way, in a branch from there.
package struct EditCommand: ChatCommand {
    package static let name = "edit"
    package static let usage = "[N]"
    package static let summary = "Edits a message and sends it in a branch."

    @Argument(help: "The number of the message; your last one unless told.")
    var number: Int?

    package init() {}

    package func run(in context: CommandContext) async throws -> CommandOutcome {
        let (message, before) = try await target(in: context)
        let old = message.message?.content ?? ""
        let request = LinePromptRequest(
            "edit> ", placeholder: "Ctrl-D leaves the message as it was", initialText: old)
        guard let text = try await context.ask(request), !text.trimmed.isEmpty, text != old else {
            context.output.notice("Nothing was changed.")
            return .next
        }
        await context.interrupts?.remember(text)
        let parent = await context.conversation.name
        let branch = try await context.conversation.branch(
            through: before ?? Timestamp(microseconds: 0),
            name: try await context.freeName(forBranchOf: parent))
        context.output.notice("This goes on in \(branch.title).")
        return .turn(.send(text))
    }

    /// The message, and the timestamp of the one before it.
    private func target(
        in context: CommandContext
    ) async throws -> (StoredMessage, before: Timestamp?) {
        let history = try await context.store.history(of: try await context.activeSession(), .all)
        let place =
            if let number {
                history.messages.firstIndex { $0.number == number }
            } else {
                history.messages.lastIndex { $0.message?.role == .user }
            }
        guard let place else {
            throw number.map { REPLError.noSuchMessage($0) } ?? REPLError.nothingToEdit
        }
        let message = history.messages[place]
        guard message.message?.role == .user else { throw REPLError.notYours(message.number) }
        return (message, place > 0 ? history.messages[place - 1].timestamp : nil)
    }
}
