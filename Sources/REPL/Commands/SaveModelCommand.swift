import ArgumentParser
import Chat
import Terminal

/// Makes a model on the model server from what the session has.
package struct SaveModelCommand: ChatCommand {
    package static let name = "save-model"
    package static let aliases = ["save"]
    package static let shellName: String? = "save-model"
    package static let usage = "[--yes] NAME"
    package static let summary = "Makes an Ollama model from the session."
    package static let needsSession = true

    @Flag(name: .shortAndLong, help: "Do not ask before a model is replaced.")
    var yes = false

    @Argument(help: "The name of the new model.")
    var name: String

    package init() {}

    package func validate() throws {
        if name.trimmed.isEmpty { throw ValidationError("The name is empty.") }
    }

    package func run(in context: CommandContext) async throws -> CommandOutcome {
        try await context.chooseModelIfNeeded()
        let model = try await model(of: context.conversation)
        let models = try await context.server.models()
        if !yes, models.contains(where: { ModelName.isSame($0.name, name) }) {
            guard try await context.confirm("Replace the model \(name)?") else {
                context.output.notice("No model was made.")
                return .next
            }
        }
        let spinner = context.output.spinner("making \(name) (Ctrl-C stops)")
        defer { spinner.stop() }
        try await context.server.create(model) { status in
            spinner.update("\(status.onOneLine.shortened(to: 40)) (Ctrl-C stops)")
        }
        spinner.stop()
        context.output.notice("The model \(name) is made from \(contents(of: model)).")
        context.output.hint("\(context.door.talks(to: name)) talks to it.")
        return .next
    }

    /// The model that is made of a conversation.
    private func model(of conversation: Conversation) async throws -> NewModel {
        var messages = try await conversation.sentMessages()
        let system = messages.first?.role == .system ? messages.removeFirst().content : nil
        return NewModel(
            name: name, from: await conversation.modelName, system: system,
            options: await conversation.options, messages: messages)
    }

    /// What a model is made of, in words.
    private func contents(of model: NewModel) -> String {
        let contents = SessionContents(
            system: model.system, options: model.options.ofServer.count,
            messages: model.messages.count)
        return model.base + contents.words
    }
}
