import ArgumentParser
import Chat
import Terminal

/// Takes turns back.
package struct UndoCommand: ChatCommand {
    package static let name = "undo"
    package static let usage = "[COUNT]"
    package static let summary = "Takes the last turns back; /redo brings them back."

    @Argument(help: "How many turns.")
    var count: Int = 1

    package init() {}

    package func validate() throws {
        if count < 1 { throw ValidationError("COUNT is a number from 1 up.") }
    }

    package func run(in context: CommandContext) async throws -> CommandOutcome {
        try await context.settle()
        let taken = try await context.conversation.undo(turns: count)
        let question = taken.first?.message?.content.onOneLine.shortened(to: 60) ?? ""
        context.output.notice(
            "Took back \(Count.messages(taken.count)), from “\(question)” on. "
                + "/redo brings them back.")
        return .next
    }
}

/// Brings back what `/undo` took.
package struct RedoCommand: ChatCommand {
    package static let name = "redo"
    package static let summary = "Brings back what /undo took last."

    package init() {}

    package func run(in context: CommandContext) async throws -> CommandOutcome {
        try await context.settle()
        let messages = try await context.conversation.redo()
        context.output.notice("Brought back \(Count.messages(messages.count)).")
        return .next
    }
}
