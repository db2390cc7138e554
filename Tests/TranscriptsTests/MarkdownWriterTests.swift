import Chat
import Testing
import Transcripts

@Suite struct MarkdownWriterTests {
    private func read(_ text: String) throws -> WholeReading {
        try TranscriptImport.read(Array(text.utf8), now: Samples.now)
    }

    /// A question and its reply, with something of everything.
    private func example() throws -> [UInt8] {
        var reply = Message.assistant("Use `open`.\n\n## Example\n", state: .interrupted)
        reply.model = "llama3.2"
        reply.thinking = "A file."
        let messages = [
            Samples.stored(.user("How?\n## 1 · user"), number: 4, at: Samples.start),
            Samples.stored(reply, number: 5, at: Samples.start.advanced(byMicroseconds: 1)),
        ]
        return try Samples.write(
            Samples.session("abc", of: messages, name: "Files"), messages, as: "markdown")
    }

    @Test func `It is a document that people read`() throws {
        #expect(
            String(decoding: try example(), as: UTF8.self) == """
                ---
                ollama-chat: 1
                created_at: 1760000000.000123
                last_activity: 1760000000.000124
                message_count: 2
                name: "Files"
                id: "abc"
                model: "llama3.2"
                options: {"num_ctx":4096,"temperature":0.5}
                ttl: 60
                pinned: false
                ---

                ## 4 · user · 2025-10-09T08:53:20.000123Z

                How?
                \\## 1 · user

                ## 5 · assistant · 2025-10-09T08:53:20.000124Z · model llama3.2 · interrupted

                <details><summary>Thinking</summary>

                A file.

                </details>

                Use `open`.

                ## Example



                """)
    }

    @Test func `What was typed by hand is read`() throws {
        let reading = try read(
            "---\r\nollama-chat: 1\r\nname: My notes: two\r\n---\r\nlost\r\n"
                + "## 1 · user\r\nHello\r\n\r\n## 2 · assistant · yesterday\r\n\r\n"
                + "## 3 · assistant\r\n\r\nHi\r\n")
        let conversation = try #require(reading.conversations.first)
        #expect(conversation.name == "My notes: two")
        #expect(conversation.messages.map(\.message) == [.user("Hello\r"), .assistant("Hi\r")])
        #expect(
            reading.problems.filter { $0.kind == .loss }.map(\.place)
                == [
                    "conversation 1 (“My notes: two”), line 5",
                    "conversation 1 (“My notes: two”), line 9",
                ])
    }

    @Test func `Several sessions are in one file`() throws {
        var samples = Samples(seed: 5)
        let sessions = (0..<3).map { number in
            let messages = samples.history(4)
            return (
                Samples.session("s\(number)", of: messages, name: "Session \(number)"), messages,
                [ShelvedMessages]()
            )
        }
        let reading = try TranscriptImport.read(
            Samples.write(sessions, as: "markdown"), now: Samples.now)
        #expect(reading.conversations.map(\.name) == ["Session 0", "Session 1", "Session 2"])
        for (index, session) in sessions.enumerated() {
            #expect(try reading.path(of: index).map(\.message) == session.1.map(\.message))
        }
    }

    @Test func `The text is for people`() throws {
        let messages = [
            Samples.stored(.user("How?"), number: 1, at: Samples.start),
            Samples.stored(
                .assistant("So.\u{1B}[31m\u{9B}\n", state: .failed), number: 2, at: Samples.start),
            StoredMessage(number: 3, timestamp: Samples.start, message: nil, member: [1]),
        ]
        let bytes = try Samples.write(
            Samples.session("abc", of: messages, name: "Files"), messages, as: "text")
        #expect(
            String(decoding: bytes, as: UTF8.self) == """
                Files
                llama3.2, 2025-10-09 08:53:20 UTC

                [1] user, 2025-10-09 08:53:20
                How?

                [2] assistant, 2025-10-09 08:53:20 (failed)
                So.␛[31m\u{FFFD}

                [3] unreadable, 2025-10-09 08:53:20


                """)
    }
}
