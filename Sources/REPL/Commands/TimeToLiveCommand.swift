import ArgumentParser
import Chat
import Terminal

/// Shows or sets how long a session outlives its last use.
package struct TimeToLiveCommand: ChatCommand {
    package static let name = "ttl"
    package static let shellName: String? = "ttl"
    package static let usage = "[DURATION]"
    package static let summary = "Shows or sets the time to live of the session."
    package static let needsSession = true

    @Argument(help: "Such as 3600, 12h or 30d; keep is for ever.")
    var duration: String?

    package init() {}

    package func validate() throws {
        if let duration, TimeToLive(text: duration) == nil {
            throw ValidationError(
                "“\(duration)” is no duration. Use seconds, a number with s, m, h, d or w, or keep."
            )
        }
    }

    package func run(in context: CommandContext) async throws -> CommandOutcome {
        _ = try await context.activeSession()
        if let timeToLive = duration.flatMap({ TimeToLive(text: $0) }) {
            try await context.conversation.change([.timeToLive(timeToLive)])
        }
        context.output.notice(sentence(about: try await context.activeSessionNow()))
        return .next
    }

    package static func completions(
        of text: String, in context: CompletionContext
    ) async -> [Candidate] {
        ["1h", "12h", "7d", "30d", "keep"].filter { $0.hasPrefix(text) }.map { Candidate($0) }
    }

    private func sentence(about session: Session) -> String {
        if session.isPinned { return "This session is pinned: it stays until you delete it." }
        guard let seconds = session.expiresIn else {
            return "This session stays until you delete it."
        }
        return "This session expires \(Lifetime.text(of: seconds)) after its last use."
    }
}

/// Keeps a session whatever its time to live says.
package struct PinCommand: ChatCommand {
    package static let name = "pin"
    package static let shellName: String? = "pin"
    package static let summary = "Keeps the session, whatever its time to live says."
    package static let needsSession = true

    package init() {}

    package func run(in context: CommandContext) async throws -> CommandOutcome {
        _ = try await context.activeSession()
        try await context.conversation.change([.pinned(true)])
        context.output.notice("Pinned: this session stays until you delete it.")
        return .next
    }
}

/// Lets the time to live of a session hold again.
package struct UnpinCommand: ChatCommand {
    package static let name = "unpin"
    package static let shellName: String? = "unpin"
    package static let summary = "Lets the session's time to live hold again."
    package static let needsSession = true

    package init() {}

    package func run(in context: CommandContext) async throws -> CommandOutcome {
        _ = try await context.activeSession()
        try await context.conversation.change([.pinned(false)])
        let left = await context.conversation.session?.expiresIn
        context.output.notice(
            left.map { "Not pinned: it expires \(Lifetime.text(of: $0)) after its last use." }
                ?? "Not pinned. It has no time to live, so it stays all the same.")
        return .next
    }
}
