import Chat
import PlatformFoundation

/// The style of an HTML page, and the policy that lets nothing else but it in.
enum HTMLStyle {
    /// The style sheet.
    static let sheet = """

        :root { color-scheme: light dark; --back: #fff; --ink: #1c1e21; --soft: #6a7078;
          --line: #dfe2e6; --user: #eef4ff; --code: #f5f6f8; --link: #0b57d0;
          --k: #8a2f9e; --s: #2a7a2f; --c: #767c84; --n: #a5500a; }
        @media (prefers-color-scheme: dark) {
          :root { --back: #16181b; --ink: #e4e6e9; --soft: #9aa1aa; --line: #33373d;
            --user: #1d2838; --code: #202328; --link: #8ab4f8;
            --k: #d39be6; --s: #8ccf90; --c: #8b929b; --n: #e8a86b; } }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 50rem; padding: 2rem 1rem 4rem; background: var(--back);
          color: var(--ink); font: 1rem/1.6 system-ui, sans-serif; overflow-wrap: break-word; }
        h1 { font-size: 1.6rem; line-height: 1.25; margin: 0; }
        header { margin-bottom: 1.5rem; }
        header p, h2 { color: var(--soft); font-size: .85rem; font-weight: 400; margin: .25rem 0; }
        h2 b { color: var(--ink); }
        h2 i { color: var(--n); }
        h3, h4, h5, h6 { margin: 1.2em 0 .4em; line-height: 1.3; }
        article { border-top: 1px solid var(--line); padding: .75rem 0; unicode-bidi: isolate; }
        article.user .said { background: var(--user); border-radius: .5rem; padding: .5rem .8rem; }
        .plain { white-space: pre-wrap; }
        article.system .said, article.tool .said, details { color: var(--soft); }
        a { color: var(--link); }
        p, ul, ol, table, blockquote, pre { margin: .6em 0; }
        li > ul, li > ol { margin: 0; }
        blockquote { border-left: 3px solid var(--line); color: var(--soft); padding-left: .9em;
          margin-left: 0; }
        code { background: var(--code); border-radius: .25rem; padding: .1em .3em;
          font-family: ui-monospace, monospace; font-size: .9em; }
        pre { background: var(--code); border-radius: .5rem; padding: .8rem 1rem; overflow-x: auto;
          line-height: 1.5; }
        pre code { padding: 0; background: none; }
        table { border-collapse: collapse; display: block; overflow-x: auto; }
        th, td { border: 1px solid var(--line); padding: .3em .6em; text-align: left; }
        .middle { text-align: center; }
        .right { text-align: right; }
        hr { border: 0; border-top: 1px solid var(--line); }
        .k { color: var(--k); } .s { color: var(--s); } .c { color: var(--c); } .n { color: var(--n); }
        section + section { margin-top: 4rem; }
        @media print {
          :root { --back: #fff; --ink: #000; --soft: #444; --line: #bbb; --user: #fff;
            --code: #f5f5f5; --link: #000;
            --k: #8a2f9e; --s: #2a7a2f; --c: #666; --n: #a5500a; }
          body { max-width: none; padding: 0; font-size: 10.5pt; }
          pre, table { overflow: visible; white-space: pre-wrap; }
          h2, h3, h4 { break-after: avoid; }
          pre, blockquote, tr { break-inside: avoid; }
          section + section { break-before: page; }
        }

        """

    /// What may be loaded and run: this very style sheet, and nothing else.
    static let policy: String = {
        let hash = Data(SHA256.digest(of: Array(sheet.utf8))).base64EncodedString()
        return "default-src 'none'; style-src 'sha256-\(hash)'; base-uri 'none'; form-action 'none'"
    }()
}
