import Markdown
import Testing

@Suite struct FencedCodeTests {
    private func blocks(_ text: String) -> [[String]] {
        FencedCode.blocks(in: text).map { [$0.language, $0.text] }
    }

    @Test func `Blocks are found with their languages`() {
        let text = """
            One:
            ```swift title="x"
            let a = 1

            let b = 2
            ```
            and `not this` nor ```this``` but
            ~~~~
            ~~~
            ```
            ~~~~
            """
        #expect(blocks(text) == [["swift", "let a = 1\n\nlet b = 2"], ["", "~~~\n```"]])
    }

    @Test func `The marks and the indentation of what they are in are left out`() {
        #expect(blocks("1. do\n   ```sh\n   ls\n     -l\n   ```") == [["sh", "ls\n  -l"]])
        #expect(blocks("> ```c\n> int a;\n>   b\n> ```\nend") == [["c", "int a;\n  b"]])
        #expect(blocks("- ```\n  a\n  ```") == [["", "a"]])
        #expect(
            blocks("> ```\n> quoted\nnot any more\n```\nnew\n```")
                == [["", "quoted"], ["", "new"]])
    }

    @Test func `A block without an end reaches to the end of the text`() {
        #expect(blocks("```py\nprint(1)\nprint(") == [["py", "print(1)\nprint("]])
        #expect(blocks("```") == [["", ""]])
        #expect(blocks("```\n```") == [["", ""]])
    }

    @Test func `Line ends of Windows belong to no line`() {
        #expect(blocks("```c\r\nint a;\r\n```\r\n") == [["c", "int a;"]])
    }

    @Test(arguments: [
        ("```", true), ("a\n  ~~~x", true), ("> - ```", true), ("`a`", false), ("``", false),
        ("```a``` b", false), ("text ``` b", false), ("", false), ("a\r\n```\r\n", true),
    ])
    func `Whether there is one is told`(text: String, has: Bool) {
        #expect(FencedCode.isIn(text) == has)
        #expect(FencedCode.blocks(in: text).isEmpty != has)
    }

    @Test func `Bytes that mean something to nobody are kept`() {
        #expect(FencedCode.blocks(in: "```\n\u{1B}[1m\t\u{0}\n```")[0].text == "\u{1B}[1m\t\u{0}")
    }
}
