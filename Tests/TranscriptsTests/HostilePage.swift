import Chat
import Testing
import Transcripts

/// A page of things that people put into pages to take them over.
enum HostilePage {
    /// The name of the session.
    static let name = "</title><script>document.title='TAKEN'</script>&amp;"
    /// The same as it has to stand in the page; a browser does not escape quotes in a title.
    static let escapedName =
        "&lt;/title&gt;&lt;script&gt;document.title='TAKEN'&lt;/script&gt;&amp;amp;"

    static let contents = [
        "<script>document.title='TAKEN'</script>", "<img src=x onerror=\"document.title='TAKEN'\">",
        "</div></article></body></html><script>1</script>", "<!-- --><svg onload=alert(1)>",
        "</style><script>1</script>", "</code></pre><iframe src=\"https://a.b\"></iframe>",
        "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](&#106;avascript:alert(1))",
        "[x](https://a.b\"onmouseover=\"alert(1))", "[x](https://a.b/'><script>1</script>)",
        "![x](https://a.b/pixel.png)", "<https://a.b\"><script>1</script>>",
        "https://a.b/\"><script>1</script>", "[<img src=x>](https://a.b)",
        "```\"><script>1</script>\n</code></pre><script>1</script>\n```",
        "```html\n<script src=\"https://a.b/x.js\"></script>\n```", "`</code><script>1</script>`",
        "| <script>1</script> | b |\n|---|---|\n| <img src=x onerror=1> | \"><b> |",
        "# </h3><script>1</script>", "> </blockquote><object data=x>", "- </li><embed src=x>",
        "<meta http-equiv=refresh content=\"0;url=https://a.b\">", "<base href=https://a.b>",
        "<style>@import 'https://a.b'</style>", "&lt;script&gt;", "<a href='javascript:1'>x</a>",
        "{{constructor.constructor('alert(1)')()}}", "\u{0}<\u{0}script>", "<form action=x><input>",
    ]

    /// The page.
    static func html() throws -> String {
        let roles: [Role] = [
            .assistant, .user, .system, .tool, Role(rawValue: "\"><script>1</script>"),
        ]
        let messages = contents.flatMap { content in
            roles.map { role in
                Message(
                    role: role, content: content, thinking: content, model: content,
                    images: ["<script>"])
            }
        }
        return try html(
            of: messages.enumerated().map { index, message in
                Samples.stored(message, number: index, at: Samples.start)
            }, name: name)
    }

    /// A page of messages.
    static func html(of messages: [StoredMessage], name: String) throws -> String {
        var session = Samples.session("a", of: messages, name: name)
        session.model = contents[0]
        return String(
            decoding: try Samples.write(session, messages, as: "html"), as: UTF8.self)
    }
}

/// The elements of a page.
enum PageTags {
    private static let own: Set<String> = [
        "html", "head", "meta", "title", "style", "body", "section", "header", "h1", "h2", "h3",
        "h4", "h5", "h6", "p", "article", "details", "summary", "div", "time", "b", "i", "em",
        "strong", "del", "code", "pre", "span", "a", "ul", "ol", "li", "blockquote", "hr", "br",
        "table", "thead", "tbody", "tr", "th", "td",
    ]
    private static let ownAttributes: Set<String> = [
        "lang", "charset", "http-equiv", "content", "name", "class", "datetime", "rel", "href",
        "start",
    ]
    private static let single: Set<String> = ["meta", "hr", "br"]

    /// The elements, attributes and addresses that are none of ours.
    static func foreign(in page: String) -> [String] {
        var foreign: [String] = []
        for tag in tags(of: page) where tag.first != "!" {
            let parts = tag.split(separator: "\"", omittingEmptySubsequences: false)
            let words = parts[0].split(whereSeparator: \.isWhitespace)
            let name = words.first.map { $0.drop { $0 == "/" } } ?? ""
            if !own.contains(String(name)) { foreign.append(tag) }
            let names = stride(from: 0, to: parts.count, by: 2).flatMap { index in
                parts[index].split(whereSeparator: \.isWhitespace).dropFirst(index == 0 ? 1 : 0)
            }
            for attribute in names where !ownAttributes.contains(String(attribute.dropLast())) {
                foreign.append(tag)
            }
            if name == "a", words.count > 1, parts.count > 3,
                !["http:", "https:", "mailto:"].contains(where: {
                    parts[3].lowercased().hasPrefix($0)
                })
            {
                foreign.append(tag)
            }
        }
        return foreign
    }

    /// The elements that do not end where they should.
    static func unbalanced(in page: String) -> [String] {
        var open: [Substring] = []
        for tag in tags(of: page) where tag.first != "!" {
            let name = tag.prefix { !$0.isWhitespace }
            if name.first == "/" {
                guard open.popLast() == name.dropFirst() else { return [tag] }
            } else if !single.contains(String(name)) {
                open.append(name)
            }
        }
        return open.map(String.init)
    }

    /// How many elements of a name there are.
    static func count(_ name: String, in page: String) -> Int {
        tags(of: page).count { $0 == name || $0.hasPrefix("\(name) ") }
    }

    private static func tags(of page: String) -> [String] {
        page.utf8.split(separator: UInt8(ascii: "<"), omittingEmptySubsequences: false).dropFirst()
            .map { String(decoding: $0.prefix { $0 != UInt8(ascii: ">") }, as: UTF8.self) }
    }
}
