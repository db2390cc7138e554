import ArgumentParser
import Chat
import Terminal

/// Shows what was said.
package struct HistoryCommand: ChatCommand {
    package static let name = "history"
    package static let shellName: String? = "history"
    package static let usage = "[COUNT]"
    package static let summary = "Shows the last messages, 20 unless told."
    package static let needsSession = true

    @Argument(help: "How many messages to show, counted from the end.")
    var count: Int?

    package init() {}

    package func validate() throws {
        if let count, count < 1 { throw ValidationError("COUNT is a number from 1 up.") }
    }

    package func run(in context: CommandContext) async throws -> CommandOutcome {
        let all: HistoryRange = context.door == .shell ? .all : .last(20)
        let history = try await context.store.history(
            of: try await context.activeSession(), count.map { .last($0) } ?? all)
        if context.settings.wantsJSON {
            try context.output.result(JSONText.of(history.messages.map(MessageJSON.init)))
            return .next
        }
        HistoryPrinter(context.output).show(history.messages)
        return .next
    }
}
