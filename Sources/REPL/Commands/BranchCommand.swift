import ArgumentParser
import Chat
import Terminal

/// Makes a session from the active one up to a message.
package struct BranchCommand: ChatCommand {
    package static let name = "branch"
    package static let shellName: String? = "branch"
    package static let usage = "[N] [NAME]"
    package static let summary = "Goes on in a new session, from message N on."
    package static let needsSession = true

    @Option(help: ArgumentHelp("The last message to take along; all unless told.", valueName: "n"))
    var at: Int?

    @Option(help: "The name of the new session.")
    var name: String?

    @Argument(help: ArgumentHelp("The message and the name, without options.", valueName: "words"))
    var words: [String] = []

    package init() {}

    /// Without options, the number of a message or a row, and a name that is taken as it is.
    package static func arguments(of line: String) -> [String] {
        guard !line.hasPrefix("-") else { return Words.split(line) }
        var isFirst = true
        return FreeText.split(line) { word in
            defer { isFirst = false }
            return isFirst && (Int(word) != nil || RowNumber(String(word)) != nil)
        }
    }

    package func run(in context: CommandContext) async throws -> CommandOutcome {
        try await context.settle()
        var words = words[...]
        var number = at
        if number == nil, let first = words.first, let typed = Int(first) {
            number = typed
            words.removeFirst()
        }
        var conversation = context.conversation
        var last: Timestamp?
        if number == nil, let first = words.first, let found = try context.foundMessage(first) {
            conversation = context.conversation(in: try await context.session(of: found))
            last = found.timestamp
            words.removeFirst()
        } else if let number {
            last = try await context.message(number).timestamp
        }
        let typed = name ?? words.joined(separator: " ")
        let parent = await conversation.name
        let branch = try await conversation.branch(
            through: last,
            name: typed.isEmpty ? try await context.freeName(forBranchOf: parent) : typed)
        context.conversation = conversation
        tell(branch, in: context)
        return .next
    }

    package static func completions(
        of text: String, in context: CompletionContext
    ) async -> [Candidate] {
        context.rows(beginningWith: text)
    }

    private func tell(_ branch: Session, in context: CommandContext) {
        guard context.door == .prompt else { return context.output.result(branch.id.text) }
        context.output.notice(
            "This is \(branch.title) now, with \(Count.messages(branch.messageCount)). "
                + "/tree shows where it comes from.")
    }
}
