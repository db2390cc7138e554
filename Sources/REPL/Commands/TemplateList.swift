import Chat
import Terminal

/// The templates that there are, for people and for programs.
struct TemplateList {
    private let desk: any TemplateDesk

    init(_ desk: any TemplateDesk) {
        self.desk = desk
    }

    /// Shows them; one that cannot be read is told, and the others are shown.
    func show(in context: CommandContext) throws {
        let templates = try desk.names().compactMap { name -> (String, SessionTemplate)? in
            do {
                return (name, try desk.template(named: name))
            } catch {
                context.report(error)
                return nil
            }
        }
        if context.settings.wantsJSON {
            return try context.output.result(JSONText.of(templates.map(TemplateJSON.init)))
        }
        guard !templates.isEmpty else {
            let words =
                context.door == .prompt
                ? "/template save NAME" : "ollama-chat template save NAME SESSION"
            context.output.notice("There are no templates. \(words) makes one.")
            return
        }
        context.output.table(
            TextTable(
                [
                    .init("NAME"), .init("MODEL"), .init("ASKS FOR"),
                    .init("SYSTEM PROMPT", isFlexible: true),
                ],
                rows: templates.map { name, template in
                    [
                        .init(name, as: .label),
                        .init(template.model.map(ModelName.short) ?? ""),
                        .init(template.variables.joined(separator: ", ")),
                        .init(template.systemPrompt?.onOneLine ?? "", as: .faint),
                    ]
                }))
    }
}

/// A template as `--json` shows it.
private struct TemplateJSON: Encodable {
    private struct Said: Encodable {
        let role: Role
        let content: String
    }

    private let name: String
    private let model: String?
    private let system: String?
    private let options: [String: OptionValue]
    private let messages: [Said]
    private let variables: [String]

    init(_ name: String, _ template: SessionTemplate) {
        self.name = name
        model = template.model
        system = template.systemPrompt
        options = template.options.values
        messages = template.messages.map { Said(role: $0.role, content: $0.content) }
        variables = template.variables
    }
}
