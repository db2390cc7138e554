import ArgumentParser
import Chat
import Terminal

/// Has several models answer the same turn, one after the other.
package struct TryCommand: ChatCommand {
    package static let name = "try"
    package static let usage = "MODEL,MODEL"
    package static let summary = "Asks several models the same; you pick a reply."

    @Argument(help: "The models, with commas or spaces between.", completion: .models)
    var models: [String]

    package init() {}

    package func validate() throws {
        if names.isEmpty { throw ValidationError("Name the models to try.") }
    }

    private var names: [String] {
        models.flatMap { $0.split(separator: ",") }.map { String($0).trimmed }
            .filter { !$0.isEmpty }
    }

    package func run(in context: CommandContext) async throws -> CommandOutcome {
        var models: [ModelSummary] = []
        for name in names { models.append(try await context.model(named: name)) }
        var replies: [(model: String, reply: StoredMessage)] = []
        for model in models {
            context.output.result(.heading(model.name))
            let outcome = try await context.perform(
                .retry, with: ReplyOverride(model: model.name))
            if let reply = outcome.reply { replies.append((model.name, reply)) }
            // The turn has said that it was stopped.
            if outcome.state == .interrupted { return .next }
            try Task.checkCancellation()
        }
        guard replies.count > 1 else { return .next }
        guard !context.isStoreAway() else {
            context.output.table(TryTable.make(replies))
            context.output.notice(
                "The store is away, so the last reply stays for now; /shelf has the others when "
                    + "it is back.")
            return .next
        }
        try await pick(among: replies, in: context)
        return .next
    }

    package static func completions(
        of text: String, in context: CompletionContext
    ) async -> [Candidate] {
        let last = text.split(separator: ",", omittingEmptySubsequences: false).last ?? ""
        let before = text.dropLast(last.count)
        return await context.models(beginningWith: String(last)).map {
            Candidate(before + $0.text, description: $0.description)
        }
    }

    private func pick(
        among replies: [(model: String, reply: StoredMessage)], in context: CommandContext
    ) async throws {
        context.output.table(TryTable.make(replies))
        let request = LinePromptRequest(
            "Keep which? [1-\(replies.count), Enter keeps the last] ", isQuestion: true)
        let answer = try await context.ask(request) ?? ""
        guard let number = Int(answer.trimmed), replies.indices.contains(number - 1),
            number < replies.count
        else {
            return context.output.notice("The last reply stays; the others are on the shelf.")
        }
        let picked = replies[number - 1]
        let entry = try await context.store.shelf(of: try await context.activeSession()).last {
            $0.messages.contains { $0.member == picked.reply.member }
        }
        guard let entry else { throw ChatError.changedMeanwhile }
        _ = try await context.conversation.restore(entry)
        context.output.notice(
            "The reply of \(picked.model) is in its place; the others are on the shelf.")
    }
}

/// The replies that were tried, as a table.
private enum TryTable {
    static func make(_ replies: [(model: String, reply: StoredMessage)]) -> TextTable {
        TextTable(
            [
                .init(), .init("MODEL"), .init("TOKENS", alignment: .trailing),
                .init("TOKENS/S", alignment: .trailing), .init("STATE"),
            ],
            rows: replies.enumerated().map { index, tried in
                let statistics = tried.reply.message?.statistics
                return [
                    .init("\(index + 1)", as: .label), .init(tried.model),
                    .init(statistics?.replyTokens.map(String.init) ?? ""),
                    .init(statistics?.tokensPerSecond.map { Decimal.text($0, digits: 1) } ?? ""),
                    .init(tried.reply.message?.state.rawValue ?? ""),
                ]
            })
    }
}
