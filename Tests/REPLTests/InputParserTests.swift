import REPL
import Testing

@Suite struct InputParserTests {
    @Test(arguments: ["", "   ", "\n\t\n"])
    func `White space is nothing`(text: String) {
        #expect(InputParser.parse(text) == .empty)
    }

    @Test(arguments: [
        "Hello", "what is /help", "/etc/hosts is what?", "//comment", "/", "/ help", "/héllo",
    ])
    func `What looks like a path or begins otherwise is a message`(text: String) {
        #expect(InputParser.parse(text) == .message(text))
    }

    @Test func `A slash and a name are a command with the rest of the line`() {
        #expect(InputParser.parse("/help") == .command(name: "help", rest: ""))
        #expect(InputParser.parse("/?") == .command(name: "?", rest: ""))
        #expect(
            InputParser.parse("/system  You are \"brief\".  ")
                == .command(name: "system", rest: "You are \"brief\"."))
        #expect(InputParser.parse("/new\nname") == .command(name: "new", rest: "name"))
    }

    @Test func `A paste is never a command`() {
        #expect(InputParser.parse("/bye", isPasted: true) == .message("/bye", isLiteral: true))
        #expect(
            InputParser.parse("\"\"\"\nx\n\"\"\"", isPasted: true)
                == .message("\"\"\"\nx\n\"\"\"", isLiteral: true))
    }

    @Test func `Three quotes open a block that three more close`() {
        #expect(InputParser.parse("\"\"\"one\"\"\"") == .message("one", isLiteral: true))
        #expect(
            InputParser.parse("\"\"\"\none\n  two\n\"\"\"")
                == .message("one\n  two", isLiteral: true))
        #expect(InputParser.parse("\"\"\"one") == .openBlock("one"))
        #expect(InputParser.extend("one", with: "two") == .openBlock("one\ntwo"))
        #expect(
            InputParser.extend("one", with: "/bye\"\"\"") == .message("one\n/bye", isLiteral: true))
        #expect(InputParser.parse("\"\"\"\"\"\"") == .empty)
    }
}
