import ArgumentParser
import Chat
import Terminal

/// Puts a message into the clipboard, exactly as it is stored.
package struct CopyCommand: ChatCommand {
    package static let name = "copy"
    package static let usage = "[N]"
    package static let summary = "Copies the last reply, or message N."

    @Argument(help: "The number of the message, as /history shows it; the last reply unless told.")
    var number: Int?

    package init() {}

    package func run(in context: CommandContext) async throws -> CommandOutcome {
        let (stored, message) = try await context.messageOrReply(number)
        let way = try await context.copy(message.content)
        let what = number == nil ? "the reply" : "message \(stored.number)"
        context.output.notice(
            "Copied \(what), \(Count.characters(message.content.count)), \(way).")
        return .next
    }
}
