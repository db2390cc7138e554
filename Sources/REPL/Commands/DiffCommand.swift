import ArgumentParser
import Chat
import Terminal

/// Shows where two sessions or two messages part.
package struct DiffCommand: ChatCommand {
    package static let name = "diff"
    package static let shellName: String? = "diff"
    package static let usage = "A [B]"
    package static let summary = "Shows where two branches, or two messages, part."

    @Argument(
        help:
            "A session, #n of the last list, or the number of a message; B is the active session.",
        completion: .sessions)
    var first: String

    @Argument(help: "What to compare it with.", completion: .sessions)
    var second: String?

    package init() {}

    package func run(in context: CommandContext) async throws -> CommandOutcome {
        let printer = DifferencePrinter(context.output)
        let one = try await side(first, in: context)
        let other =
            if let second {
                try await side(second, in: context)
            } else {
                try await history(of: try await context.activeSession(), in: context)
            }
        switch (one, other) {
        case (.messages(let one), .messages(let other)): printer.show(from: one, to: other)
        case (.text(let one), .text(let other)): printer.show(from: one, to: other)
        default: throw REPLError.differentKinds
        }
        return .next
    }

    package static func completions(
        of text: String, in context: CompletionContext
    ) async -> [Candidate] {
        await context.sessions(beginningWith: text)
    }

    /// One of the two things that are compared.
    private enum Side {
        case messages([StoredMessage])
        case text(String)
    }

    private func side(_ reference: String, in context: CommandContext) async throws -> Side {
        if context.door == .prompt, let number = Int(reference) {
            return .text(try await context.message(number).message?.content ?? "")
        }
        if let number = RowNumber(reference)?.value, case .shelf(_, let rows) = context.list {
            guard rows.indices.contains(number - 1) else {
                throw REPLError.noSuchShelfRow(reference, rows: rows.count)
            }
            return .text(
                rows[number - 1].messages.compactMap(\.message?.content)
                    .joined(separator: "\n\n"))
        }
        let session = try await context.session(reference, takesBeginnings: true)
        return try await history(of: session.id, in: context)
    }

    private func history(of id: SessionID, in context: CommandContext) async throws -> Side {
        .messages(try await context.store.history(of: id, .all).messages)
    }
}

/// Shows what is different in two texts or two lists of messages.
private struct DifferencePrinter {
    /// As many pairs of messages as are shown.
    private static let mostPairs = 50

    private let output: Output
    private let hasColour: Bool

    init(_ output: Output) {
        self.output = output
        hasColour = output.traits(of: .standardOutput).hasColour
    }

    /// Shows how one text becomes another one.
    func show(from old: String, to new: String) {
        guard old != new else { return output.notice("There is no difference.") }
        output.result(text(WordDifference(from: old, to: new)))
    }

    /// Shows where two sessions part, and what they say from there.
    func show(from old: [StoredMessage], to new: [StoredMessage]) {
        let shared = zip(old, new).prefix { $0.member == $1.member }.count
        let longest = max(old.count, new.count)
        guard shared < longest else { return output.notice("There is no difference.") }
        output.notice("The first \(Count.messages(shared)) are the same.")
        for position in shared..<min(longest, shared + Self.mostPairs) {
            let before = old.indices.contains(position) ? old[position] : nil
            let after = new.indices.contains(position) ? new[position] : nil
            show(before, after)
        }
        if longest > shared + Self.mostPairs {
            output.hint("… and \(Count.messages(longest - shared - Self.mostPairs)) more.")
        }
    }

    private func show(_ old: StoredMessage?, _ new: StoredMessage?) {
        let number = new?.number ?? old?.number ?? 0
        let roles = [old, new].compactMap { $0?.message?.role.rawValue }
        let role = Set(roles).count == 1 ? roles[0] : roles.joined(separator: " → ")
        output.result(.heading("\(number) \(role)"))
        let before = old?.message?.content ?? ""
        let after = new?.message?.content ?? ""
        if before == after {
            output.result(before)
        } else {
            output.result(text(WordDifference(from: before, to: after)))
        }
    }

    /// The pieces in colours, or in the marks of `git diff --word-diff` where there are none.
    private func text(_ difference: WordDifference) -> StyledText {
        difference.pieces.reduce(into: StyledText("")) { text, piece in
            switch piece {
            case .same(let words): text += StyledText(words)
            case .removed(let words):
                text += StyledText(hasColour ? words : "[-\(words)-]", as: .removed)
            case .added(let words):
                text += StyledText(hasColour ? words : "{+\(words)+}", as: .added)
            }
        }
    }
}
