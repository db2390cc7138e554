import Markdown
import Testing

struct CodeLexerTests {
    /// The pieces of code that have a meaning, as `keyword let`.
    private func pieces(_ language: String, _ code: String) -> [String] {
        let names: [MarkdownStyle: String] = [
            .keyword: "keyword", .string: "string", .comment: "comment", .value: "value",
            .name: "name", .added: "added", .removed: "removed",
        ]
        return Reading("```\(language)\n\(code)\n```").parts.compactMap { part in
            let fields = part.split(separator: " ", maxSplits: 2)
            guard fields.first == "verbatim", fields.count == 3, let bits = UInt32(fields[1]),
                let name = names[MarkdownStyle(rawValue: bits)]
            else { return nil }
            return "\(name) \(fields[2])"
        }
    }

    @Test(arguments: [
        (
            "swift", "@main let x = \"a\\\"b\" // c",
            ["name @main", "keyword let", #"string "a\"b""#, "comment // c"]
        ),
        (
            "python", "def f(): # c\n'''d\ne'''",
            ["keyword def", "comment # c", "string '''d", "string e'''"]
        ),
        (
            "js", "const x = `a${1}`; /* b\nc */ 0x1f",
            ["keyword const", "string `a${1}`", "comment /* b", "comment c */", "value 0x1f"]
        ),
        (
            "bash", "if [ $x = 'a' ]; then # b",
            ["keyword if", "name $x", "string 'a'", "keyword then", "comment # b"]
        ),
        ("bash", "a#b $# ${x}", []),
        ("ts", "yield abstract", ["keyword yield", "keyword abstract"]),
        ("c++", "while class", ["keyword while", "keyword class"]),
        ("sql", "select 1 -- x", ["keyword select", "value 1", "comment -- x"]),
        (
            "json", #"{"a": "b", "c" : [true, 1.5]}"#,
            [#"name "a""#, #"string "b""#, #"name "c""#, "keyword true", "value 1.5"]
        ),
        ("yaml", "a-b: c # d", ["name a-b", "comment # d"]),
        ("toml", "a = \"b\"", ["name a", "string \"b\""]),
        (
            "html", "<a href=\"b\">it's</a><!-- c -->",
            ["keyword a", "name href", "string \"b\"", "keyword a", "comment <!-- c -->"]
        ),
        ("css", "color: red; /* x */", ["name color", "comment /* x */"]),
        ("diff", "+a\n-b\n c\n@@ d", ["added +a", "removed -b", "name @@ d"]),
        ("c", "#include <x>\nint y;", ["name #include", "keyword int"]),
        ("dockerfile", "FROM a:1", ["keyword FROM", "value 1"]),
        ("lua", "--[[ a\nb ]] local", ["comment --[[ a", "comment b ]]", "keyword local"]),
    ])
    func `Code is coloured by its language`(language: String, code: String, expected: [String]) {
        #expect(pieces(language, code) == expected)
    }

    @Test(arguments: [
        "swift", "python", "javascript", "typescript", "java", "kotlin", "c", "c++", "c#", "go",
        "rust", "ruby", "php", "bash", "sql", "html", "xml", "css", "json", "yaml", "toml", "lua",
        "diff", "dockerfile", "sh", "powershell", "perl", "r", "makefile", "dart", "zig",
    ])
    func `The languages that models are asked about are known`(name: String) {
        #expect(CodeLanguage.named(name) != nil)
        #expect(CodeLanguage.named(name.uppercased()) != nil)
    }

    @Test(arguments: ["swift", "python", "html", "json", "yaml", "diff", "lua", "unknown", ""])
    func `Code is neither more nor less than it was`(language: String) {
        for seed in 0..<50 {
            let code = RandomMarkdown.text(UInt64(seed)).replacing("```", with: "'''")
                .replacing("~~~", with: "\"\"\"")
            let shown = Reading("```\(language)\n\(code)\n```\nend").shown
            let label = language.isEmpty ? "" : language + "\n"
            #expect(shown.unicodeScalars.elementsEqual("\(label)\(code)\nend".unicodeScalars))
        }
    }
}
