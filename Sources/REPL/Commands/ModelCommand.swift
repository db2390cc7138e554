import ArgumentParser
import Chat
import Terminal

/// Lists the models, or talks to another one from now on.
package struct ModelCommand: ChatCommand {
    package static let name = "model"
    package static let aliases = ["load"]
    package static let shellName: String? = "models"
    package static let usage = "[NAME | pull NAME]"
    package static let summary = "Lists, chooses or pulls a model."

    /// The word before the name of a model to fetch.
    private static let pull = "pull"

    @Argument(
        help: ArgumentHelp(
            "The model to talk to from now on, or pull and the name of one to fetch.",
            valueName: "name"),
        completion: .models)
    var words: [String] = []

    package init() {}

    package func validate() throws {
        let count = words.first == Self.pull ? 2 : 1
        if words.count > count { throw ValidationError("One name is enough.") }
        if count == 2, words.last == Self.pull || words.last?.trimmed.isEmpty == true {
            throw ValidationError("No model to pull is named.")
        }
    }

    package func run(in context: CommandContext) async throws -> CommandOutcome {
        guard let name = words.first else {
            try await list(in: context)
            return .next
        }
        if name == Self.pull, let model = words.last {
            if try await context.pull(model.trimmed) {
                context.output.hint("\(context.door.talks(to: model.trimmed)) talks to it.")
            }
            return .next
        }
        let model = try await context.model(named: name)
        try await context.conversation.chooseModel(model.name)
        context.output.notice("The next reply comes from \(model.name)")
        return .next
    }

    package static func completions(
        of text: String, in context: CompletionContext
    ) async -> [Candidate] {
        let verb = pull.hasPrefix(text) ? [Candidate(pull, description: "Fetches a model.")] : []
        return await context.models(beginningWith: text) + verb
    }

    private func list(in context: CommandContext) async throws {
        let models = try await context.server.models()
        if models.isEmpty { throw REPLError.noModels }
        let active = await context.conversation.modelName
        let windows = await contextLengths(of: models, on: context.server)
        let columns: [TextTable.Column] = [
            .init(), .init("MODEL", isFlexible: true), .init("PARAMETERS", alignment: .trailing),
            .init("ON DISK", alignment: .trailing), .init("CONTEXT", alignment: .trailing),
        ]
        context.output.table(
            TextTable(
                columns,
                rows: models.map { model in
                    [
                        .init(ModelName.isSame(model.name, active) ? "*" : "", as: .label),
                        .init(model.name),
                        .init(model.parameterSize ?? ""),
                        .init(ByteCount.text(of: model.size)),
                        .init(windows[model.name].map(String.init) ?? ""),
                    ]
                }))
    }

    private func contextLengths(
        of models: [ModelSummary], on server: any ModelServer
    ) async -> [String: Int] {
        await withTaskGroup(of: (String, Int?).self) { group in
            for model in models {
                group.addTask {
                    if let length = model.contextLength { return (model.name, length) }
                    return (model.name, try? await server.details(of: model.name).contextLength)
                }
            }
            var lengths: [String: Int] = [:]
            for await (name, length) in group { lengths[name] = length }
            return lengths
        }
    }
}
