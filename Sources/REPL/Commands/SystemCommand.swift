import ArgumentParser
import Chat
import Terminal

/// Shows or sets the system prompt.
package struct SystemCommand: ChatCommand {
    package static let name = "system"
    package static let usage = "[TEXT]"
    package static let summary = "Shows or sets the system prompt."
    package static let takesFreeText = true

    @Argument(help: "The new system prompt; two quotes with nothing between remove it.")
    var text: String?

    package init() {}

    package func run(in context: CommandContext) async throws -> CommandOutcome {
        guard let text else {
            if let prompt = try await context.conversation.systemPrompt() {
                context.output.result(prompt)
            } else {
                context.output.notice("This session has no system prompt. /system TEXT sets one.")
            }
            return .next
        }
        let isEmpty = text == "\"\"" || text == "''"
        try await context.conversation.setSystemPrompt(isEmpty ? nil : text)
        context.output.notice(
            isEmpty ? "The system prompt is removed." : "The system prompt is set.")
        return .next
    }
}
