import ArgumentParser
import Chat
import Terminal

/// Shows which messages are sent to the model, and how full its window is.
package struct ContextCommand: ChatCommand {
    package static let name = "context"
    package static let shellName: String? = "context"
    package static let summary = "Shows what is sent, and how full the window is."
    package static let needsSession = true

    package init() {}

    package func run(in context: CommandContext) async throws -> CommandOutcome {
        _ = try await context.activeSession()
        let plan = try await context.conversation.contextPlan()
        if context.settings.wantsJSON {
            try context.output.result(JSONText.of(ContextJSON(plan)))
            return .next
        }
        context.output.table(ContextTable.make(plan))
        context.output.result(Self.sum(of: plan))
        return .next
    }

    /// How full the window is, in a sentence.
    private static func sum(of plan: ContextPlan) -> String {
        let size =
            if let window = plan.window {
                "About \(plan.tokens) of \(window) tokens (\(plan.tokens * 100 / max(window, 1)) %), "
                    + "with \(plan.reserve) kept free for the reply."
            } else {
                "About \(plan.tokens) tokens; the window is known after the next reply."
            }
        let left = plan.leftOut
        return left == 0
            ? size : "\(size) \(Count.messages(left)) \(left == 1 ? "is" : "are") left out."
    }
}
