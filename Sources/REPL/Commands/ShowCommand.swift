import ArgumentParser
import Chat
import Terminal

/// Shows what the model server knows of a model, or what is known of a message.
package struct ShowCommand: ChatCommand {
    package static let name = "show"
    package static let shellName: String? = "show"
    package static let usage = "[MODEL] [PART] or N"
    package static let summary = "Shows what a model is, or all about message N."

    /// What can be shown.
    enum Part: String, CaseIterable, ExpressibleByArgument, Sendable {
        case info, parameters, system, template, license
    }

    @Argument(
        help: "The model; at the prompt, the session’s unless told, or the number of a message.",
        completion: .models)
    var model: String?

    @Argument(help: "What to show; info unless told.")
    var part: Part?

    package init() {}

    package func run(in context: CommandContext) async throws -> CommandOutcome {
        if context.door == .prompt, part == nil, let number = model.flatMap({ Int($0) }) {
            try await context.details(ofMessage: number).show(on: context.output)
            return .next
        }
        let (model, part) = try await choice(in: context)
        let details = try await context.server.details(of: model)
        if context.settings.wantsJSON {
            try context.output.result(JSONText.of(ModelDetailsJSON(model, details)))
            return .next
        }
        switch part {
        case .info: show(details, of: model, on: context.output)
        case .parameters: show(details.parameters, "options", of: model, on: context.output)
        case .system: show(details.system, "system prompt", of: model, on: context.output)
        case .template: show(details.template, "template", of: model, on: context.output)
        case .license: show(details.license, "license", of: model, on: context.output)
        }
        return .next
    }

    package static func completions(
        of text: String, in context: CompletionContext
    ) async -> [Candidate] {
        let model = text.prefix { !$0.isWhitespace }
        let head = model.count < text.count ? "\(model) " : ""
        let parts = Part.allCases.map { "\(head)\($0.rawValue)" }.filter { $0.hasPrefix(text) }
        return parts.map { Candidate($0) }
            + (head.isEmpty ? await context.models(beginningWith: text) : [])
    }

    /// The model and the part that are meant: at the prompt a word alone may be either.
    private func choice(in context: CommandContext) async throws -> (String, Part) {
        if context.door == .shell {
            guard let model else { throw REPLError.noModelNamed }
            return (model, part ?? .info)
        }
        if let model, part != nil || Part(rawValue: model) == nil { return (model, part ?? .info) }
        try await context.chooseModelIfNeeded()
        return (await context.conversation.modelName, model.flatMap(Part.init) ?? .info)
    }

    private func show(_ details: ModelDetails, of model: String, on output: Output) {
        let facts: [(String, String?)] = [
            ("model", model), ("architecture", details.architecture),
            ("parameters", details.parameterSize), ("quantization", details.quantization),
            ("context length", details.contextLength.map { "\($0) tokens" }),
            ("capabilities", details.capabilities.joined(separator: ", ")),
        ]
        output.table(
            TextTable(
                [.init(), .init(isFlexible: true)],
                rows: facts.compactMap { name, value in
                    guard let value, !value.isEmpty else { return nil }
                    return [.init(name, as: .label), .init(value)]
                }))
    }

    /// Shows a text whole, or says that there is none.
    private func show(_ text: String?, _ what: String, of model: String, on output: Output) {
        if let text, !text.trimmed.isEmpty {
            output.result(text)
        } else {
            output.notice("\(model) has no \(what) of its own.")
        }
    }
}
