import ArgumentParser
import Chat
import Terminal

/// Takes a model out of the server's memory.
package struct UnloadCommand: ChatCommand {
    package static let name = "unload"
    package static let shellName: String? = "unload"
    package static let usage = "[NAME]"
    package static let summary = "Takes a model out of the server's memory."

    @Argument(help: "The model; that of the session unless told.", completion: .models)
    var name: String?

    package init() {}

    package func run(in context: CommandContext) async throws -> CommandOutcome {
        let active = await context.conversation.modelName
        let wanted = name ?? active
        let loaded = try await context.server.loadedModels()
        if wanted.isEmpty { throw REPLError.nothingToUnload(loaded.map(\.name)) }
        guard let model = loaded.first(where: { ModelName.isSame($0.name, wanted) }) else {
            context.output.notice("\(ModelName.full(wanted)) is not in memory.")
            return .next
        }
        await context.warmup?.end()
        try await context.server.unload(model.name)
        context.output.notice("\(model.name) is not in memory any more. The next turn loads it.")
        return .next
    }

    package static func completions(
        of text: String, in context: CompletionContext
    ) async -> [Candidate] {
        await context.models(beginningWith: text)
    }
}
