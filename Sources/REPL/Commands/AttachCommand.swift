import ArgumentParser
import Chat
import Terminal

/// Lets files go along with the next message.
package struct AttachCommand: ChatCommand {
    package static let name = "attach"
    package static let usage = "[PATH ...]"
    package static let summary = "Sends files along with the next message."

    @Flag(name: .long, help: "Attach nothing after all.")
    var clear = false

    @Argument(help: "Texts and images.")
    var paths: [String] = []

    package init() {}

    package func run(in context: CommandContext) async throws -> CommandOutcome {
        if clear { context.attached = [] }
        try context.attach(paths)
        if context.attached.isEmpty {
            context.output.notice(
                "Nothing is attached. /attach PATH sends a file along with the next message.")
        }
        context.showAttached()
        return .next
    }

    package static func completions(
        of text: String, in context: CompletionContext
    ) async -> [Candidate] {
        OptionCompletion(of: Self.self, text).candidates(orWords: context.paths)
    }
}
