import Chat
import TestSupport
import Testing
import Transcripts

@Suite struct HTMLWriterTests {
    private func body(of reply: String) throws -> String {
        let message = Samples.stored(.assistant(reply), number: 1, at: Samples.start)
        let page = try HostilePage.html(of: [message], name: "Name")
        let start = try #require(page.firstRange(of: "<div class=\"said\">\n")).upperBound
        let end = try #require(page[start...].firstRange(of: "</div>\n</article>")).lowerBound
        return String(page[start..<end])
    }

    @Test(arguments: [
        (
            "Hello *you*, **all** of ~~them~~ `a<b`",
            "<p>Hello <em>you</em>, <strong>all</strong> of <del>them</del> <code>a&lt;b</code></p>"
        ),
        (
            "***both*** snake_case_name 2 * 3 * 4",
            "<p><em><strong>both</strong></em> snake_case_name 2 * 3 * 4</p>"
        ),
        ("# One\n### Three #", "<h3>One</h3>\n<h5>Three</h5>"),
        (
            "- a\n- b\n  - c\n\ntext",
            "<ul>\n<li>a\n</li>\n<li>b\n<ul>\n<li>c\n</li>\n</ul>\n</li>\n</ul>\n<p>text</p>"
        ),
        ("3. a\n4. b", "<ol start=\"3\">\n<li>a\n</li>\n<li>b\n</li>\n</ol>"),
        ("- [ ] do\n- [x] done", "<ul>\n<li>☐ do\n</li>\n<li>☑ done\n</li>\n</ul>"),
        ("> a\n> b", "<blockquote>\n<p>a\nb</p>\n</blockquote>"),
        ("---", "<hr>"),
        (
            "| a | b |\n|---|:-:|\n| 1 | `x` |\n",
            "<table>\n<thead><tr><th>a</th><th class=\"middle\">b</th></tr>\n</thead>\n<tbody>\n<tr><td>1</td><td class=\"middle\"><code>x</code></td></tr>\n</tbody>\n</table>"
        ),
        (
            "```swift\nlet a = 1 // x\n```",
            "<pre><code><span class=\"k\">let</span> a = <span class=\"n\">1</span> <span class=\"c\">// x</span>\n</code></pre>"
        ),
        ("```\n<b>\n", "<pre><code>&lt;b&gt;\n"),
        (
            "[a *b*](https://x.org/?a=1&b=\"2\")",
            "<p><a rel=\"noopener noreferrer nofollow\" href=\"https://x.org/?a=1&amp;b=&quot;2&quot;\">a <em>b</em></a></p>"
        ),
        (
            "See https://x.org/a_b.",
            "<p>See <a rel=\"noopener noreferrer nofollow\" href=\"https://x.org/a_b\">https://x.org/a_b</a>.</p>"
        ),
        (
            "[x](javascript:alert(1)) [y](data:text/html,a)",
            "<p>[x](javascript:alert(1)) [y](data:text/html,a)</p>"
        ),
        (
            "[https://a.b](https://c.d)",
            "<p><a rel=\"noopener noreferrer nofollow\" href=\"https://c.d\">https://a.b</a></p>"
        ),
        ("\\*a\\* a  \nb", "<p>*a* a<br>\nb</p>"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("\u{0}\u{1B}[31m", "<p>␀␛[31m</p>"),
    ])
    func `Replies are rendered`(reply: String, html: String) throws {
        #expect(try body(of: reply).hasPrefix(html))
    }

    @Test(arguments: 0..<60)
    func `Whatever is said, only our own elements are on the page`(seed: Int) throws {
        var samples = Samples(seed: seed + 1)
        let page = try HostilePage.html(of: samples.history(8), name: samples.text())
        #expect(PageTags.foreign(in: page) == [])
        #expect(PageTags.unbalanced(in: page) == [])
    }

    @Test func `What is hostile stays text`() throws {
        let page = try HostilePage.html()
        #expect(PageTags.foreign(in: page) == [])
        #expect(PageTags.unbalanced(in: page) == [])
        #expect(page.contains("default-src 'none'; style-src 'sha256-"))
        #expect(!page.contains("<script") && !page.contains("<img"))
    }

    @Test(arguments: [
        "*", "**", "`", "[", "](", "[a](", "> ", "- ", "  - ", "|", "_a_ ", "<", "<h", "http://a ",
        "~~", "\\", "1. ", "#",
    ])
    func `No text is slow or deep`(piece: String) throws {
        let text = String(repeating: piece, count: 200_000)
        let before = ContinuousClock.now
        let page = try HostilePage.html(
            of: [Samples.stored(.assistant(text), number: 1, at: Samples.start)], name: "")
        #expect(ContinuousClock.now - before < .seconds(20))
        #expect(PageTags.foreign(in: page) == [])
    }

    @Test func `The shelf and several sessions are on one page`() throws {
        var samples = Samples(seed: 3)
        let messages = samples.history(2)
        let shelf = ShelvedMessages(
            operation: .random(), kind: .undo, at: Samples.start, head: nil, messages: messages)
        let session = Samples.session("a", of: messages, name: "A")
        let bytes = try Samples.write(
            [(session, messages, [shelf]), (session, [], [])], as: "html")
        let page = String(decoding: bytes, as: UTF8.self)
        #expect(page.ranges(of: "<h1>A</h1>").count == 2)
        #expect(page.ranges(of: "<!DOCTYPE html>").count == 1)
        #expect(page.contains("<summary>Taken off by undo, 2025-10-09 08:53:20 UTC</summary>"))
        #expect(page.ranges(of: "<article").count == 4)
    }

    @Test(.enabled(if: Browser.path != nil, "needs chromium"))
    func `A browser finds nothing but text in it`() async throws {
        let folder = try TemporaryFolder()
        let page = try HostilePage.html()
        try folder.write(page, to: "page.html")
        let browser = try RunningProgram(
            try #require(Browser.path),
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                "--enable-logging=stderr", "--user-data-dir=\(folder.file("profile"))",
                "--dump-dom", "file://\(folder.file("page.html"))",
            ])
        _ = try await browser.end()
        let found = browser.output
        #expect(found.contains("</html>"))
        #expect(PageTags.foreign(in: found) == [])
        #expect(PageTags.count("article", in: found) == PageTags.count("article", in: page))
        #expect(PageTags.count("a", in: found) == PageTags.count("a", in: page))
        #expect(found.contains("<title>\(HostilePage.escapedName)</title>"))
        // A browser says so when the policy had to stop something, our style sheet included.
        #expect(!browser.errors.contains("Content Security Policy"))
    }
}
