import ArgumentParser
import Chat
import Terminal

/// Sends messages to the model whatever happens.
package struct PinMessageCommand: ChatCommand {
    package static let name = "pin-message"
    package static let shellName: String? = "pin-message"
    package static let usage = "N..."
    package static let summary = "Always sends messages, however old they are."
    package static let needsSession = true

    @Flag(help: "Let what fits decide again.")
    var undo = false

    @Argument(help: ArgumentHelp("The numbers of the messages.", valueName: "n"))
    var numbers: [Int]

    package init() {}

    package func run(in context: CommandContext) async throws -> CommandOutcome {
        try await context.choose(numbers) { choices, messages in
            if undo { choices.forget(messages) } else { choices.pin(messages) }
        }
        context.output.notice(
            undo
                ? "\(Count.numbered(numbers)) sent as long as there is room."
                : "\(Count.numbered(numbers)) always sent from now on.")
        return .next
    }
}

/// Does not send messages to the model any more.
package struct ExcludeCommand: ChatCommand {
    package static let name = "exclude"
    package static let shellName: String? = "exclude"
    package static let usage = "N..."
    package static let summary = "Never sends messages; they stay in the session."
    package static let needsSession = true

    @Flag(help: "Let what fits decide again.")
    var undo = false

    @Argument(help: ArgumentHelp("The numbers of the messages.", valueName: "n"))
    var numbers: [Int]

    package init() {}

    package func run(in context: CommandContext) async throws -> CommandOutcome {
        try await context.choose(numbers) { choices, messages in
            if undo { choices.forget(messages) } else { choices.exclude(messages) }
        }
        context.output.notice(
            undo
                ? "\(Count.numbered(numbers)) sent as long as there is room."
                : "\(Count.numbered(numbers)) not sent from now on. The session keeps what was said."
        )
        return .next
    }
}

extension CommandContext {
    /// Changes what is decided of messages of the active session.
    ///
    /// - Throws: ``REPLError`` for a number that no message has, or a failure of the store; nothing
    ///   is changed then.
    fileprivate func choose(
        _ numbers: [Int], _ change: (inout ContextChoices, [Timestamp]) -> Void
    ) async throws {
        try await settle()
        var messages: [Timestamp] = []
        for number in numbers { messages.append(try await message(number).timestamp) }
        var choices = try await activeSessionNow().choices
        change(&choices, messages)
        try await conversation.change([.choices(choices)])
    }
}

extension Count {
    /// `Message 3 is`, or `Messages 3 and 5 are`.
    fileprivate static func numbered(_ numbers: [Int]) -> String {
        let texts = Set(numbers).sorted().map(String.init)
        guard let last = texts.last, texts.count > 1 else {
            return "Message \(texts.last ?? "") is"
        }
        return "Messages \(texts.dropLast().joined(separator: ", ")) and \(last) are"
    }
}
