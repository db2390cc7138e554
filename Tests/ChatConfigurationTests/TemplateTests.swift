import Chat
import PlatformFoundation
import TestSupport
import Testing

@testable import ChatConfiguration

@Suite struct TemplateTests {
    private let home: TemporaryFolder
    private let folder: TemplateFolder

    init() throws {
        home = try TemporaryFolder()
        folder = TemplateFolder(
            path: try ConfigurationPath.templates(in: ["XDG_CONFIG_HOME": home.path]))
    }

    /// Puts a file where a template is looked for.
    private func write(_ text: String, _ name: String = "bad") throws {
        let place = "ollama-chat/templates"
        try FileManager.default.createDirectory(
            atPath: home.file(place), withIntermediateDirectories: true)
        try home.write(text, to: "\(place)/\(name).toml")
    }

    @Test func `A template is a readable file for its owner`() throws {
        let template = SessionTemplate(
            model: "llama3.2", systemPrompt: "Be \"brief\".\nAlways.",
            options: [
                "temperature": .number(0.5), "num_ctx": .integer(2048), "think": .boolean(true),
                "stop": .texts(["END", "\"x\""]),
            ], messages: [.user("Teach me {{what}}."), .assistant("Ask.")])
        try folder.save(template, named: "tutor")
        let path = home.file("ollama-chat/templates/tutor.toml")
        #expect(try folder.file(of: "tutor") == path)
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect(
            try home.read("ollama-chat/templates/tutor.toml") == #"""
                # A template of ollama-chat, see ollama-chat(1).

                model = "llama3.2"
                system = """
                Be "brief".
                Always."""

                [options]
                num_ctx = 2048
                stop = ["END", "\"x\""]
                temperature = 0.5
                think = true

                [[messages]]
                role = "user"
                content = "Teach me {{what}}."

                [[messages]]
                role = "assistant"
                content = "Ask."

                """#)
        #expect(try folder.template(named: "tutor") == template)
        try folder.save(SessionTemplate(model: "other"), named: "tutor")
        #expect(try folder.template(named: "tutor") == SessionTemplate(model: "other"))
        #expect(try folder.names() == ["tutor"])
    }

    private static let texts = [
        "\"", "\"\"\"", "a\n\"\"\"\"b\"", "\\", "\\\n\\n\\", "\n", "\n\n", "ends\n", "\r\n\r",
        "tab\t\u{1B}[31m\u{7F}", "  blanks  \n  ", "日本 👩‍👩‍👧‍👦 e\u{301}\n\u{301}", "# no\n[remark]",
        "'''\n'", "\"\u{301}\n\"\u{301}", "\u{2028}\u{FEFF}x",
    ]

    @Test(arguments: texts)
    func `Any text comes back as it was`(text: String) throws {
        let template = SessionTemplate(
            systemPrompt: text, options: ["stop": .texts([text])], messages: [.user(text)])
        try folder.save(template, named: "x")
        let back = try folder.template(named: "x")
        let prompt = try #require(back.systemPrompt)
        #expect(Array(prompt.unicodeScalars) == Array(text.unicodeScalars))
        #expect(back == template)
    }

    @Test func `A zero byte does not end a text`() throws {
        try folder.save(SessionTemplate(systemPrompt: "a\0b"), named: "x")
        #expect(try folder.template(named: "x").systemPrompt == "a\u{FFFD}b")
    }

    private static let faults: [(String, Int, String)] = [
        ("model = ", 1, "cannot be read"), ("\nmodle = \"x\"", 2, "Did you mean model?"),
        ("model = 1", 1, "no text"), ("system = \"\"", 1, "no text"),
        ("[options]\ntemprature = 1", 2, "Did you mean options.temperature?"),
        ("[options]\n\ntop_k = \"x\"", 3, "a whole number"),
        ("options = 1", 1, "not known"), ("messages = 1", 1, "messages that are none"),
        ("messages = [\"a\"]", 1, "[[messages]]"),
        ("[messages]\nrole = \"user\"", 2, "not known"),
        ("[[messages]]\nrole = \"user\"", 1, "without a content"),
        (
            "[[messages]]\nrole = \"user\"\ncontent = \"\"\n[[messages]]\ncontent = \"x\"", 4,
            "without a role"
        ),
        ("[[messages]]\ncontent = \"\"\nrole = \"robot\"", 3, "A role is system, user"),
        ("[[messages]]\nrole = \"user\"\nconten = \"x\"", 3, "Did you mean content?"),
        ("[[messages]]\nrole = \"user\"\ncontent = 3", 3, "is no text"),
    ]

    @Test(arguments: faults)
    func `What is wrong in a file is told with its line`(
        text: String, line: Int, words: String
    ) throws {
        try write(text)
        let error = try #require(throws: ConfigurationError.self) {
            try folder.template(named: "bad")
        }
        let sentence = "\(error.description) \(error.hint ?? "")"
        #expect(sentence.contains("bad.toml:\(line)"), "\(sentence)")
        #expect(sentence.contains(words), "\(sentence)")
        #expect(error.kind == .usage)
    }

    private static let badNames = [
        "", ".", "..", ".hidden", "a/b", "/", "a\nb", " a", String(repeating: "x", count: 101),
    ]

    @Test(arguments: badNames)
    func `A name that no file should have is none`(name: String) throws {
        let works: [() throws -> Void] = [
            { try folder.save(SessionTemplate(), named: name) }, { try folder.delete(name) },
            { _ = try folder.template(named: name) }, { _ = try folder.begin(name) },
        ]
        for work in works {
            let error = #expect(throws: ConfigurationError.self) { try work() }
            #expect(error?.description.hasSuffix("is no name for a template.") == true)
        }
        #expect(try folder.names().isEmpty)
    }

    @Test func `A template that is not there is told with the near one`() throws {
        try folder.save(SessionTemplate(), named: "tutor")
        try write("", ".hidden")
        #expect(try folder.names() == ["tutor"])
        let error = #expect(throws: ConfigurationError.self) {
            try folder.template(named: "tutr")
        }
        #expect(error?.kind == .notFound)
        #expect(error?.hint == "Did you mean tutor?")
        try folder.delete("tutor")
        #expect(throws: ConfigurationError.self) { try folder.delete("tutor") }
        #expect(try folder.names().isEmpty)
    }

    @Test func `A file to be edited explains itself, and is a template`() throws {
        let path = try folder.begin("new")
        #expect(try folder.template(named: "new") == SessionTemplate())
        let text = try home.read("ollama-chat/templates/new.toml")
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let uncommented = lines.dropFirst().map { $0.hasPrefix("# ") ? $0.dropFirst(2) : $0 }
            .joined(separator: "\n")
        let template = try TemplateDocument(uncommented, path: path).template
        #expect(template.variables == ["language"])
        #expect(template.messages.count == 1)
        try folder.save(SessionTemplate(model: "m"), named: "new")
        _ = try folder.begin("new")
        #expect(try folder.template(named: "new").model == "m")
    }
}
