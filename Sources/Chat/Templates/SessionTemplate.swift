/// What sessions can begin with again and again.
///
/// In its texts `{{name}}` stands for something that is told when a session begins.
public struct SessionTemplate: Hashable, Sendable {
    /// The model that the session talks to.
    public var model: String?
    /// The system prompt.
    public var systemPrompt: String?
    /// The options that are set for it.
    public var options: ModelOptions
    /// Its first messages, behind the system prompt.
    public var messages: [Message]

    /// Makes a template.
    public init(
        model: String? = nil, systemPrompt: String? = nil, options: ModelOptions = ModelOptions(),
        messages: [Message] = []
    ) {
        self.model = model
        self.systemPrompt = systemPrompt
        self.options = options
        self.messages = messages
    }

    /// The names of its variables, each once, in the order in which they occur.
    public var variables: [String] {
        var seen: Set<String> = []
        let texts = (systemPrompt.map { [$0] } ?? []) + messages.map(\.content)
        return texts.flatMap { VariableText($0).names }.filter { seen.insert($0).inserted }
    }

    /// The template with values in the place of its variables.
    ///
    /// A variable without a value stays as it is. What stands in a value is no variable.
    public func filled(with values: [String: String]) -> SessionTemplate {
        var filled = self
        filled.systemPrompt = systemPrompt.map { VariableText($0).filled(with: values) }
        for index in messages.indices {
            filled.messages[index].content = VariableText(messages[index].content)
                .filled(with: values)
        }
        return filled
    }
}
