/// What a stub says.
package enum StubText {
    /// A short reply that says what was asked.
    @Sendable
    package static func echo(_ chat: StubChat) -> String {
        "You said: \(chat.lastQuestion) — in \(chat.messages.count) messages."
    }

    /// A long reply with all that makes rendering hard.
    @Sendable
    package static func essay(_ chat: StubChat) -> String {
        """
        You asked: **\(chat.lastQuestion)** That was message \(chat.messages.count) of this \
        conversation, and here is a reply that is long enough to be wrapped at the right margin of \
        any terminal, with words of quite different lengths.

        ## A list

        - the first thing, in *italics*
        - the second, with `code` in it and a [link](https://example.com/a/very/long/path)
        - a third with wide characters: 日本語のテキスト, emoji 🙂👩‍👩‍👧‍👦🇩🇪 and combining e\u{301}

        ```swift
        for try await event in conversation.send("Hello") {
            print(event)  // a comment that runs on for longer than eighty columns, so that it wraps
        }
        ```

        | column | meaning |
        | --- | --- |
        | one | Größe, naïve, Ελληνικά |

        > A quotation, and then the end.

        """
    }

    /// A text of so many tokens.
    package static func words(_ count: Int) -> String {
        let words = ["word", "and", "another", "token", "of", "the", "long", "reply"]
        return (0..<count).map { words[$0 % words.count] }.joined(separator: " ")
    }

    /// A text cut into tokens, as a model would: words with the blank before them.
    static func tokens(_ text: String) -> [String] {
        var tokens: [String] = []
        var token = ""
        for character in text {
            if character.isWhitespace, token.contains(where: { !$0.isWhitespace }) {
                tokens.append(token)
                token = ""
            }
            token.append(character)
        }
        return token.isEmpty ? tokens : tokens + [token]
    }
}
