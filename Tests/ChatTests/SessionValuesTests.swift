import Chat
import Testing

@Suite struct SessionValuesTests {
    @Test func `A new id has 22 characters and can be typed as an argument`() {
        for _ in 0..<500 {
            let id = SessionID.random()
            #expect(id.text.count == 22)
            #expect(!id.text.hasPrefix("-") && !id.text.hasPrefix("_"))
        }
    }

    @Test(arguments: ["", "a b", "a:b", "ä", "a\n", "{x}", String(repeating: "x", count: 65)])
    func `Text that may not become part of a key is no id`(text: String) {
        #expect(SessionID(text) == nil)
    }

    @Test(arguments: [
        ("3600", TimeToLive.seconds(3600)), ("12h", .seconds(43_200)), ("30d", .seconds(2_592_000)),
        ("2w", .seconds(1_209_600)), ("90s", .seconds(90)), ("keep", .forever),
    ])
    func `Durations are read with their units`(text: String, expected: TimeToLive) {
        #expect(TimeToLive(text: text) == expected)
    }

    @Test(arguments: ["", "0", "-1", "h", "1.5h", "10y", "99999999999999999999d", "for ever"])
    func `What is no duration is refused`(text: String) {
        #expect(TimeToLive(text: text) == nil)
    }

    @Test func `A name is made of the first words of a message`() {
        #expect(SessionName.suggested(by: "  Hello\n world ") == "Hello world")
        #expect(SessionName.suggested(by: " \n ") == nil)
        #expect(SessionName.suggested(by: "\n\nSum up\n@a.md\n\na.md:\n```") == "Sum up @a.md")
        let long = "Explain the difference between structs and classes in Swift, please"
        #expect(SessionName.suggested(by: long) == "Explain the difference between structs …")
        let word = String(repeating: "x", count: 100)
        #expect(SessionName.suggested(by: word)?.count == 40)
    }

    @Test func `A model without a tag is the latest`() {
        #expect(ModelName.isSame("llama3.2", "llama3.2:latest"))
        #expect(ModelName.isSame("host:80/ns/m", "host:80/ns/m:latest"))
        #expect(!ModelName.isSame("llama3.2:1b", "llama3.2"))
    }

    @Test(arguments: [
        ("Monads", "Monads (branch)"), ("Monads (branch)", "Monads (branch 2)"),
        ("Monads (branch 9)", "Monads (branch 10)"), ("a (branch x)", "a (branch x) (branch)"),
    ])
    func `A branch has a name of its own`(name: String, branch: String) {
        #expect(SessionName.branch(of: name) == branch)
        #expect(SessionName.branch(of: nil) == nil)
    }
}
