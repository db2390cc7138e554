import ArgumentParser
import Chat
import Terminal

/// Shows a reply again: in a pager where it is longer than the screen.
package struct LastCommand: ChatCommand {
    package static let name = "last"
    package static let usage = "[N]"
    package static let summary = "Shows the last reply again, or message N."

    @Argument(help: "The number of the message, as /history shows it; the last reply unless told.")
    var number: Int?

    package init() {}

    package func run(in context: CommandContext) async throws -> CommandOutcome {
        let (_, message) = try await context.messageOrReply(number)
        let isReply = message.role == .assistant
        // A pager reads a file, and nothing of a private session is in one.
        if await !context.isPrivate,
            let page = context.output.page(of: message.content, isReply: isReply),
            try await context.page(page)
        {
            return .next
        }
        if isReply {
            context.output.pastReply(message.content)
        } else {
            context.output.prose(message.content)
        }
        return .next
    }
}
