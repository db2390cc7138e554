import Markdown
import Testing

struct InlineTests {
    private func parts(_ text: String) -> [String] {
        Reading(text).parts.map { $0.replacing("text 0 ", with: "") }
    }

    private func styled(_ style: MarkdownStyle, _ text: String) -> String {
        "text \(style.rawValue) \(text)"
    }

    @Test func `Pairs of marks are styles`() {
        #expect(parts("a **b** c") == ["a ", styled(.strong, "b"), " c"])
        #expect(parts("*b* __c__") == [styled(.emphasis, "b"), " ", styled(.strong, "c")])
        #expect(parts("***b***") == [styled([.strong, .emphasis], "b")])
        #expect(
            parts("**a *b* c**") == [
                styled(.strong, "a "), styled([.strong, .emphasis], "b"), styled(.strong, " c"),
            ])
        #expect(parts("~~b~~ ~5") == [styled(.strike, "b"), " ~5"])
        #expect(parts("**S**wift") == [styled(.strong, "S"), "wift"])
        #expect(parts("**注意：**请") == [styled(.strong, "注意："), "请"])
    }

    @Test(arguments: [
        "2 * 3 * 4", "2*3*4", "a**b**c", "snake_case_name", "__init__.py", "**open", "*open",
        "a ** b ** c", "f(*args, **kwargs)", "`open", "[open", "[a] (b)", "[a]()", "[a](b c)",
        "5 ~ 6", "a~b~c", "<b>bold</b>", "a < b > c", "\\(x\\) \\[y\\]", "C:\\dir", "x****",
        "https://a.b/_c_/d*e*f", "a_b_", "&amp;", "x[1] and y[2]", "!", "** bold **",
    ])
    func `What is no markup is shown as it is`(text: String) {
        guard text != "__init__.py" else {
            #expect(Reading(text).shown == "init.py")
            return
        }
        #expect(parts(text) == [text])
    }

    @Test func `Code is shown as it is, without its marks`() {
        #expect(parts("`a *b* _c_`") == [styled(.code, "a *b* _c_")])
        #expect(parts("`` a`b ``") == [styled(.code, "a`b")])
        #expect(parts("`a``b`") == [styled(.code, "a``b")])
        #expect(parts("**`a`**") == [styled([.code, .strong], "a")])
        #expect(parts("`a` `b") == [styled(.code, "a"), " `b"])
    }

    @Test func `A backslash makes text of a mark`() {
        #expect(parts(##"\*a\* \_b\_ \`c\` \# \| \<"##) == ["*a* _b_ `c` # | <"])
        #expect(parts(#"**a\*** b"#) == [styled(.strong, "a*"), " b"])
        #expect(parts(#"\"#) == [#"\"#])
    }

    @Test func `Links have an address and a text`() {
        #expect(
            parts("see [the *page*](https://a.b/c) now") == [
                "see ", "link https://a.b/c", styled(.link, "the "),
                styled([.link, .emphasis], "page"), "linkEnd", " now",
            ])
        #expect(parts("![pic](a.png)") == ["link a.png", styled(.link, "pic"), "linkEnd"])
        #expect(
            parts("[a](b(c)d \"t\")") == [
                "link b(c)d \"t\"", styled(.link, "a"), "linkEnd",
            ])
        #expect(
            parts("<https://a.b>") == [
                "link https://a.b", styled(.link, "https://a.b"), "linkEnd",
            ])
        #expect(parts("[a](<b c>)") == ["[a](<b c>)"])
    }

    @Test func `Text comes at once, and a mark waits for its other half`() {
        var parser = MarkdownParser()
        func add(_ chunk: String) -> String {
            String(decoding: parser.parse(chunk).bytes, as: UTF8.self)
        }
        #expect(add("Hel") == "Hel")
        #expect(add("lo wor") == "lo wor")
        #expect(add("ld **bo") == "ld ")
        #expect(add("ld") == "")
        #expect(add("** and") == "bold and")
        #expect(add(" `co") == " ")
        #expect(add("de`") == "")
        #expect(add(", 2 * 3") == "code, 2 * 3")
        #expect(add(" *" + String(repeating: "x", count: 100)) == " ")
        #expect(add(String(repeating: "x", count: 200)).hasPrefix("*xxx"))
        #expect(add(" **not closed\nnext") == " **not closed\nnext".replacing("\n", with: ""))
    }
}
