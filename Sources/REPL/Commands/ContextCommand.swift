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
        context.output.result(await sum(of: plan, context.conversation))
        if let meter = await context.conversation.meter, !meter.isEstimated {
            let window = meter.window.map { " of \($0)" } ?? ""
            context.output.hint(
                "As the server counted, the last reply ended at \(meter.used)\(window) tokens.")
        }
        return .next
    }

    /// How full the window is, in a sentence.
    private func sum(of plan: ContextPlan, _ conversation: Conversation) async -> String {
        let size =
            if let window = plan.window {
                "About \(plan.tokens) of \(window) tokens (\(plan.tokens * 100 / max(window, 1)) %), "
                    + "with \(plan.reserve) kept free for the reply."
            } else if let window = await conversation.expectedWindow() {
                "About \(plan.tokens) tokens; the model is not loaded, and will have a window of "
                    + "\(window) or, where the server has much memory, more."
            } else {
                "About \(plan.tokens) tokens; the window is known after the next reply."
            }
        let others = [(plan.leftOut, "left out"), (plan.excluded, "excluded")]
            .filter { $0.0 > 0 }
            .map { count, state in
                "\(Count.messages(count)) \(count == 1 ? "is" : "are") \(state)."
            }
        return ([size] + others).joined(separator: " ")
    }
}
