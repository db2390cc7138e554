import Chat
import Testing
import Transcripts

@Suite struct ImportTests {
    private func read(_ text: String, as format: String? = nil) throws -> WholeReading {
        try TranscriptImport.read(Array(text.utf8), as: format, now: Samples.now)
    }

    @Test func `The original's JSON is read`() throws {
        let reading = try read(
            """
            {"metadata": {"created_at": "1234567890", "last_activity": "1234567891.5",
              "message_count": "2", "name": "Python Help Session"},
             "messages": [
              {"role": "user", "content": "Hello \\ud83d", "timestamp": 1234567890},
              {"role": "assistant", "content": "Hi!", "timestamp": 1234567891.1234567}]}
            """)
        #expect(reading.problems == [])
        let conversation = try #require(reading.conversations.first)
        #expect(conversation.name == "Python Help Session")
        #expect(conversation.createdAt == Timestamp(microseconds: 1_234_567_890_000_000))
        #expect(
            conversation.messages.map(\.message) == [.user("Hello \u{FFFD}"), .assistant("Hi!")])
        #expect(conversation.messages[1].timestamp.microseconds == 1_234_567_891_123_457)
    }

    @Test func `A bad message is one problem with its place`() throws {
        let deep = String(repeating: "[", count: 200_000) + String(repeating: "]", count: 200_000)
        let reading = try read(
            """
            [{"metadata":{"name":"One"},"messages":[{"role":"user","content":"a"},17,
              {"role":"user","content":\(deep)},{"role":"user"},
              {"role":"no role!","content":"x"},{"role":"user","content":"b"}]},
             {"messages": \(deep)}, 5, {"metadata":{},"messages":[{"role":"user","content":"c"}]}]
            """)
        #expect(
            reading.conversations.map { $0.messages.map(\.message.content) } == [
                ["a", "b"], ["c"],
            ])
        let losses = reading.problems.filter { $0.kind == .loss }.map(\.place)
        #expect(
            Set(losses)
                == [
                    "conversation 1 (“One”), message 2", "conversation 1 (“One”), message 3",
                    "conversation 1 (“One”), message 4", "conversation 1 (“One”), message 5",
                    "conversation 2, message 1", "conversation 3",
                ])
    }

    @Test func `A file that breaks off keeps what came before`() throws {
        let text = #"[{"messages":[{"role":"user","content":"a"}]},{"messages":[{"role":"us"#
        let reading = try read(text)
        #expect(reading.conversations.count == 1)
        #expect(
            reading.problems.contains {
                $0.kind == .loss && $0.place == "conversation 2, message 1, byte 59"
                    && $0.sentence.hasPrefix("The file ends too early")
            })
    }

    @Test(
        arguments: ["[", "{", #"{"a":"#, #"{"messages":"#].map {
            String(repeating: $0, count: 300_000)
        })
    func `Nesting without end is refused and not followed`(text: String) throws {
        for reader in TranscriptImport.readers {
            #expect(try read(text, as: reader.name).conversations.isEmpty)
        }
    }

    @Test func `A message that is too large is left out`() throws {
        let large = String(repeating: "x", count: TranscriptLimits.messageBytes + 1)
        let reading = try read(
            #"{"messages":[{"role":"user","content":"\#(large)"},{"role":"user","content":"a"}]}"#)
        #expect(reading.conversations.first?.messages.map(\.message.content) == ["a"])
        #expect(reading.problems.contains { $0.sentence.contains("larger than 16 MiB") })
    }

    @Test func `Problems without end are counted`() throws {
        let reading = try read(
            #"{"messages":[{"role":"user","content":"a"}\#(String(repeating: ",1", count: 1000))]}"#
        )
        #expect(
            reading.problems.filter { $0.kind == .loss }.count
                == TranscriptLimits.problemsPerConversation + 1)
        #expect(
            reading.problems.contains { $0.sentence == "There are 950 more problems like these." })
    }

    @Test func `Bad conversations without end are counted`() throws {
        let reading = try read("[\(String(repeating: "{\"messages\":5},", count: 3000))5]")
        #expect(reading.problems.count == TranscriptLimits.problemsPerFile + 1)
        #expect(reading.problems.last?.sentence.hasSuffix("more problems like these.") == true)
    }

    @Test func `Names become one line`() throws {
        let reading = try read(
            #"{"metadata":{"name":" a\n\u001b[31mb "},"messages":[{"role":"user","content":"a"}]}"#)
        #expect(reading.conversations.first?.name == "a [31mb")
    }

    @Test func `What is nothing that is known is refused`() {
        #expect(throws: TranscriptError.self) { try read("Dear diary, today I…") }
        #expect(throws: TranscriptError.self) { try read(" \n") }
        #expect(throws: TranscriptError.self) { try read("{}", as: "pdf") }
    }

    @Test func `A cycle of parents is no branch`() throws {
        let message = #"[{"role":"user","content":"a","timestamp":5}]"#
        let reading = try read(
            """
            [{"metadata":{"id":"a","parent":"b"},"messages":\(message)},
             {"metadata":{"id":"b","parent":"a"},"messages":\(message)},
             {"metadata":{"id":"c","parent":"c"},"messages":\(message)}]
            """)
        #expect(reading.conversations.count == 3)
        #expect(
            try reading.conversations.indices.allSatisfy { try reading.path(of: $0).count == 1 })
        #expect(Set(reading.conversations.map(\.digest)).count == 1)
    }
}
