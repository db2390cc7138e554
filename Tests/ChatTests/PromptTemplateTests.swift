import Testing

@testable import Chat

@Suite struct PromptTemplateTests {
    @Test(
        arguments: [
            ("{{session}} · {{model}}", "Tea · tiny"),
            ("{{store}} · {{model}}", "tiny"),
            ("{{meter}}  {{store}} {{mark}}", "1/2 >>>"),
            ("on {{store}} · at {{model}}", "at tiny"),
            ("fixed · {{model}}", "fixed · tiny"),
            ("{{store}}", ""), ("  ", ""), ("$", "$"), ("{{ mark }}", "{{ mark }}"),
        ])
    func `What is not known leaves no gap`(template: String, expected: String) throws {
        let template = try #require(PromptTemplate(template))
        let values: [PromptTemplate.Value: String] = [
            .session: "Tea", .model: "tiny", .meter: "1/2", .mark: ">>>", .store: "",
        ]
        #expect(template.filled(with: values) == expected)
    }

    @Test func `A name that means nothing is refused`() {
        #expect(PromptTemplate("{{sesion}}") == nil)
    }

    @Test func `The usual templates are what they read as`() {
        for template in [PromptTemplate.left, .right] {
            #expect(PromptTemplate(template.text) == template)
        }
    }
}
