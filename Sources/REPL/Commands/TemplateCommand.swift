import ArgumentParser
import Chat
import Terminal

/// Keeps what sessions begin with under names, and begins sessions with it.
package struct TemplateCommand: ChatCommand {
    package static let name = "template"
    package static let shellName: String? = "template"
    package static let usage = "[ACTION] [NAME]"
    package static let summary = "Lists, saves, uses and deletes templates."

    /// What to do.
    enum Action: String, CaseIterable, ExpressibleByArgument, Sendable {
        case list, save, use, edit, delete
    }

    @Flag(name: .shortAndLong, help: "Do not ask before a template is replaced or deleted.")
    var yes = false

    @Option(
        help: ArgumentHelp(
            "Save only this many of the first messages.", valueName: "count"))
    var messages: Int?

    @Argument(help: "What to do; list unless told.")
    var action: Action = .list

    @Argument(help: "The name of the template.", completion: .templates)
    var template: String?

    @Argument(
        help: "The session to save; at the prompt, the active one unless told.",
        completion: .sessions)
    var session: String?

    package init() {}

    /// Whether it works on the files of templates alone.
    package var needsNoSession: Bool { action != .save }

    package func validate() throws {
        if action == .list, template != nil { throw ValidationError("All templates are listed.") }
        if action != .list, template == nil {
            throw ValidationError("No template is named.")
        }
        if action != .save, session != nil || messages != nil {
            throw ValidationError("Only what is saved has a session and a number of messages.")
        }
        if let messages, messages < 0 {
            throw ValidationError("The number of messages is 0 or more.")
        }
    }

    package func run(in context: CommandContext) async throws -> CommandOutcome {
        guard let desk = context.templates else { throw REPLError.noTemplates }
        let name = template ?? ""
        switch action {
        case .list: try TemplateList(desk).show(in: context)
        case .save: try await save(as: name, at: desk, in: context)
        case .use:
            guard context.door == .prompt else { throw REPLError.usesTemplate(name) }
            try await context.use(TemplateUse(name, at: desk))
        case .edit:
            // The prompt holds the terminal, and what it began with stays as it is.
            guard context.door == .shell else { throw REPLError.editsTemplate(name) }
            try await desk.edit(name)
        case .delete: try await delete(name, at: desk, in: context)
        }
        return .next
    }

    package static func completions(
        of text: String, in context: CompletionContext
    ) async -> [Candidate] {
        let word = text.prefix { !$0.isWhitespace }
        guard word.count < text.count else {
            return Action.allCases.map(\.rawValue).filter { $0.hasPrefix(text) }
                .map { Candidate($0) }
        }
        guard let action = Action(rawValue: String(word)), action != .list else { return [] }
        let names = (try? context.templates?.names()) ?? []
        return names.map { Candidate("\(word) \($0)") }.filter { $0.text.hasPrefix(text) }
    }

    private func save(
        as name: String, at desk: any TemplateDesk, in context: CommandContext
    ) async throws {
        let conversation = try await conversation(in: context)
        if !yes, try desk.has(name) {
            guard try await context.confirm("Replace the template \(name)?") else {
                context.output.notice("Nothing was saved.")
                return
            }
        }
        var said = try await conversation.sentMessages().filter { Role.known.contains($0.role) }
        let system = said.first?.role == .system ? said.removeFirst().content : nil
        let model = await conversation.modelName
        let template = SessionTemplate(
            model: model.isEmpty ? nil : model, systemPrompt: system,
            options: await conversation.options,
            messages: said.prefix(messages ?? said.count).map {
                Message(role: $0.role, content: $0.content)
            })
        try desk.save(template, named: name)
        let contents = SessionContents(
            system: template.systemPrompt, options: template.options.values.count,
            messages: template.messages.count)
        context.output.notice("The template \(name) is saved\(contents.words).")
        context.output.hint(
            context.door == .prompt
                ? "/template use \(name) begins a session with it."
                : "ollama-chat --template \(name) begins a session with it.")
    }

    /// The conversation to save, which need not be the active one.
    private func conversation(in context: CommandContext) async throws -> Conversation {
        guard let session else {
            if context.door == .shell { throw REPLError.noSessionToSave }
            return context.conversation
        }
        return Conversation(
            in: try await context.session(session), of: context.store, with: context.server)
    }

    private func delete(
        _ name: String, at desk: any TemplateDesk, in context: CommandContext
    ) async throws {
        if !yes, try desk.has(name) {
            guard try await context.confirm("Delete the template \(name)?") else {
                context.output.notice("Nothing was deleted.")
                return
            }
        }
        try desk.delete(name)
        context.output.notice("The template \(name) is deleted.")
    }
}
