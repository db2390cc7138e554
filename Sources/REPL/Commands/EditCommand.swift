import ArgumentParser
import Chat
import Terminal

/// Says an earlier message in another way, in a branch from there.
package struct EditCommand: ChatCommand {
    package static let name = "edit"
    package static let usage = "[N] [-e]"
    package static let summary = "Edits a message and sends it in a branch."

    @Flag(name: .shortAndLong, help: "Edit it in VISUAL or EDITOR.")
    var editor = false

    @Argument(help: "The number of the message; your last one unless told.")
    var number: Int?

    package init() {}

    package func run(in context: CommandContext) async throws -> CommandOutcome {
        try await context.settle()
        let (message, before) = try await target(in: context)
        let old = message.message?.content ?? ""
        guard let text = try await edited(old, in: context), !text.trimmed.isEmpty, text != old
        else {
            context.output.notice("Nothing was changed.")
            return .next
        }
        let digests = message.message?.images ?? []
        let images = try await context.store.images(
            Set(digests), of: try await context.activeSession())
        if await !context.isPrivate { await context.interrupts?.remember(text) }
        let parent = await context.conversation.name
        let branch = try await context.conversation.branch(
            through: before ?? Timestamp(microseconds: 0),
            name: try await context.freeName(forBranchOf: parent))
        context.output.notice("This goes on in \(branch.title).")
        return .turn(.send(text, images: MessageImage.list(digests, among: images)))
    }

    private func edited(_ text: String, in context: CommandContext) async throws -> String? {
        guard !editor else { return try await context.edit(text) }
        return try await context.ask(
            LinePromptRequest(
                "edit> ", placeholder: "Ctrl-D leaves the message as it was", initialText: text))
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
