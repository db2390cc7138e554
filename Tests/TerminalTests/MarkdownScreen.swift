import Terminal

/// Shows replies on terminals in memory.
enum MarkdownScreen {
    /// What a terminal receives of a reply that comes in chunks.
    static func show(
        _ chunks: [String], columns: Int = 80, environment: [String: String] = [:]
    ) -> String {
        let sink = MemorySink()
        let output = output(sink, columns: columns, environment: environment)
        for chunk in chunks { output.reply(chunk) }
        output.endReply()
        return sink.text
    }

    /// What a person sees of a reply.
    static func plain(_ text: String, columns: Int = 80) -> String {
        PaintedText(show([text], columns: columns)).plain
    }

    /// An output for such a terminal.
    static func output(
        _ sink: MemorySink, columns: Int = 80, environment: [String: String] = [:]
    ) -> Output {
        let variables = ["TERM": "xterm-256color"].merging(environment) { _, new in new }
        let traits = TerminalTraits(
            isTerminal: true, environment: variables,
            measure: { TerminalSize(columns: columns) })
        return Output(sink: sink, standardOutput: traits, standardError: traits)
    }

    /// A reply with everything in it, as models write.
    static let reply = """
        # Reading files

        Here is **how to read a file** in *Swift*, with ~~no~~ few surprises. `String(contentsOf:)` \
        does it; see [the documentation](https://developer.apple.com/documentation) for more.

        1. **Open** the file, and do not forget that a long item is broken with an indentation.
        2. Read it:
           - as a whole, with `snake_case` and 2*3*4
             - 日本語のテキストはここで折り返されるはずです。どうでしょうか。
        - [x] done
        - [ ] open

        > A quotation that is long enough to be wrapped, so that its bar has to be repeated.

        ```swift
        // A comment
        func read(_ path: String) throws -> String { "a line of code that is longer than the others" }
        ```

        | Name | Type | Meaning |
        | :--- | :---: | ---: |
        | `path` | **String** | Where the file is |
        | größe | 日本語 | e\u{301}t\u{301} |
        | emoji 👩‍👩‍👧 | 🇩🇪 | a \\| b |

        ---

        The end, with **no closing mark.

        """
}
