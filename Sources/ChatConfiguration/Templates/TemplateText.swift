import Chat

/// A template as the text of its file.
enum TemplateText {
    /// What a file holds that is made to be edited.
    static let beginning = """
        # A template of ollama-chat, see ollama-chat(1). {{name}} in a text is asked for.

        # model = "llama3.2"
        # system = "You teach {{language}}."

        # [options]
        # temperature = 0.5

        # [[messages]]
        # role = "user"
        # content = "Teach me something."

        """

    /// Writes a template.
    static func text(of template: SessionTemplate) -> String {
        var text = "# A template of ollama-chat, see ollama-chat(1).\n\n"
        if let model = template.model { text += "model = \(TOMLText.quoted(model))\n" }
        if let system = template.systemPrompt, !system.isEmpty {
            text += "system = \(TOMLText.quoted(system))\n"
        }
        if !template.options.isEmpty {
            text += "\n[options]\n"
            for (name, value) in template.options.values.sorted(by: { $0.key < $1.key }) {
                text += "\(name) = \(TOMLText.value(value))\n"
            }
        }
        for message in template.messages {
            text += """

                [[messages]]
                role = \(TOMLText.quoted(message.role.rawValue))
                content = \(TOMLText.quoted(message.content))

                """
        }
        return text
    }
}
