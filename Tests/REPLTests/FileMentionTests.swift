import Testing

@testable import REPL

@Suite struct FileMentionTests {
    @Test(
        arguments: [
            ("Look at @notes.txt and @src/a.swift.", ["notes.txt", "src/a.swift."]),
            ("@\"my notes.txt\" says", ["my notes.txt"]),
            ("(@a.txt)", ["a.txt)"]),
            ("@a\\ b.txt", ["a b.txt"]),
            ("@a @a", ["a"]),
            ("mail me@home.org", []),
            ("a lone @ sign", []),
            ("first\n@second", ["second"]),
        ] as [(String, [String])])
    func `Files are named with an at sign that begins a word`(text: String, paths: [String]) {
        let mentions = FileMention.all(in: text)
        #expect(mentions.map(\.path) == paths)
        #expect(mentions.allSatisfy { $0.kind == .explicit })
    }

    @Test(
        arguments: [
            ("What is on /tmp/Cat.PNG?", ["/tmp/Cat.PNG?"]),
            ("'/tmp/my cat.jpg' and \"b.webp\"", ["/tmp/my cat.jpg", "b.webp"]),
            ("/tmp/my\\ cat.gif", ["/tmp/my cat.gif"]),
            ("It's a .png, isn't it", []),
            ("don't look at cat.pngs", []),
        ] as [(String, [String])])
    func `Images are named by paths with their endings`(text: String, paths: [String]) {
        let mentions = FileMention.all(in: text)
        #expect(mentions.map(\.path) == paths)
        #expect(mentions.allSatisfy { $0.kind == .image })
    }

    @Test func `The punctuation of the sentence may be none of the path`() {
        let mention = FileMention(path: "a.txt).", kind: .explicit)
        #expect(mention.candidates == ["a.txt).", "a.txt)", "a.txt"])
    }

    @Test(arguments: [("text", "```\ntext\n```"), ("a\n```\nb\n", "````\na\n```\nb\n````")])
    func `A fence is longer than any within`(text: String, expected: String) {
        #expect(FencedText.of(text) == expected)
    }

    @Test func `Name and ending of a file stand around its text`() {
        #expect(FencedText.of("x\n", from: "/a/b/main.Swift") == "main.Swift:\n```swift\nx\n```")
        #expect(FencedText.of("x", from: "Makefile") == "Makefile:\n```\nx\n```")
    }
}
