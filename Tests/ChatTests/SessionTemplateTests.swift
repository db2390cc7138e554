import Chat
import Testing

@Suite struct SessionTemplateTests {
    private func variables(_ text: String) -> [String] {
        SessionTemplate(systemPrompt: text).variables
    }

    private func filled(_ text: String, _ values: [String: String]) -> String? {
        SessionTemplate(systemPrompt: text).filled(with: values).systemPrompt
    }

    @Test func `Variables are found once, in the order in which they occur`() {
        let template = SessionTemplate(
            systemPrompt: "{{b}} and {{a}}",
            messages: [.user("{{c-1}}{{b}}"), .assistant("{{größe}} {{_x}}")])
        #expect(template.variables == ["b", "a", "c-1", "größe", "_x"])
        #expect(SessionTemplate().variables.isEmpty)
    }

    @Test func `What other languages of templates write is text`() {
        for text in ["{{ .Prompt }}", "{{}}", "{{1}}", "{{a b}}", "{{a", "{a}}", "{{-a}}", "{%a%}"]
        {
            #expect(variables(text).isEmpty, "\(text)")
            #expect(filled(text, ["a": "x", "1": "y", ".Prompt": "z"]) == text)
        }
        #expect(variables("{{{a}}}") == ["a"])
        #expect(filled("{{{a}}}", ["a": "x"]) == "{x}")
        #expect(variables("{{{{{{a}}") == ["a"])
    }

    @Test func `Values take the place of variables, and are no templates themselves`() {
        let template = SessionTemplate(
            model: "{{a}}", systemPrompt: "{{a}}{{b}}", messages: [.user("<{{a}}> {{missing}}")]
        ).filled(with: ["a": "{{b}}", "b": ""])
        #expect(template.systemPrompt == "{{b}}")
        #expect(template.messages == [.user("<{{b}}> {{missing}}")])
        #expect(template.model == "{{a}}")
    }
}
