import Chat
import Testing

@testable import Ollama

struct ReplyDecoderTests {
    private func events(_ pieces: [[UInt8]]) -> (events: [ReplyEvent], failure: OllamaError?) {
        var decoder = ReplyDecoder(address: "desk")
        var events: [ReplyEvent] = []
        for piece in pieces {
            let batch = decoder.decode(piece)
            events += batch.events
            if let failure = batch.failure { return (events, failure) }
        }
        let rest = decoder.finish()
        return (events + rest.events, rest.failure)
    }

    private func events(_ text: String) -> (events: [ReplyEvent], failure: OllamaError?) {
        events([Array(text.utf8)])
    }

    @Test func `All splits of a stream into two reads give the same events`() throws {
        let body = Array(
            """
            {"message":{"content":"日本 \\u003c🙂"},"done":false}

            {"message":{"content":"","thinking":"e\u{301}"}}
            {"message":{"content":""},"done":true,"done_reason":"stop","eval_count":3}

            """.utf8)
        let whole = events([body])
        #expect(whole.events.prefix(2) == [.text("日本 <🙂"), .thinking("e\u{301}")])
        #expect(whole.events.count == 3)
        for split in 0...body.count {
            let parts = events([Array(body[..<split]), Array(body[split...])])
            #expect(parts.events == whole.events)
            #expect(parts.failure == nil)
        }
    }

    @Test(arguments: ["chat_stream.http", "chat_unicode.http", "chat_html_escape.http"])
    func `A recorded stream is the same in one read and byte by byte`(_ name: String) throws {
        let body = try RecordedAnswer(name).body
        let whole = events([body])
        let bytes = events(body.map { [$0] })
        #expect(whole.events.count > 3)
        #expect(bytes.events == whole.events)
    }

    @Test func `The last line carries counts and times`() throws {
        let (events, _) = events([try RecordedAnswer("chat_stream.http").body])
        guard case .done(let end)? = events.last else {
            Issue.record("The reply is not done.")
            return
        }
        #expect(!end.isTruncated)
        #expect(end.reason == "stop")
        #expect(end.statistics.promptTokens == 36)
        #expect(end.statistics.replyTokens == 8)
        #expect(end.statistics.total == .nanoseconds(458_453_894))
        #expect(end.statistics.load == .nanoseconds(113_557_191))
        #expect(end.statistics.promptEvaluation == .nanoseconds(167_166_838))
        #expect(end.statistics.evaluation == .nanoseconds(143_005_479))
    }

    @Test func `Thoughts come apart from the answer`() {
        let (events, failure) = events(
            #"{"message":{"role":"assistant","content":"","thinking":"Hm"},"done":false}"# + "\n"
                + #"{"message":{"content":"Yes","thinking":"…"},"done":false}"# + "\n")
        #expect(events == [.thinking("Hm"), .thinking("…"), .text("Yes")])
        #expect(failure == nil)
    }

    @Test func `Fields that are not known are left alone`() {
        let (events, failure) = events(
            #"{"new":[1,{}],"message":{"content":"a","tool_calls":[{}]},"logprobs":null}"# + "\n")
        #expect(events == [.text("a")])
        #expect(failure == nil)
    }

    @Test func `What came before an error line in the same read is not lost`() {
        let (events, failure) = events(
            #"{"message":{"content":"a"}}"# + "\n" + #"{"error":"out of memory","status":500}"#
                + "\n")
        #expect(events == [.text("a")])
        #expect(failure?.description == "Ollama failed during the reply: out of memory.")
    }

    @Test func `An error may be an object`() {
        let (_, failure) = events(#"{"error":{"message":"no","code":3}}"# + "\n")
        #expect(failure?.description == "Ollama failed during the reply: no.")
    }

    @Test func `Half a line at the end is a cut, not an error`() {
        let (events, failure) = events(
            #"{"message":{"content":"a"}}"# + "\n" + #"{"message":{"cont"#)
        #expect(events == [.text("a")])
        #expect(failure == nil)
    }

    @Test func `A line in the middle that is not JSON is an error`() {
        let (events, failure) = events("{\"message\":{\"content\":\"a\"}}\n<html>\n")
        #expect(events == [.text("a")])
        #expect(failure?.code == .notOllama)
    }

    @Test func `Nothing counts after the last line`() {
        let (events, failure) = events("{\"done\":true}\n{\"error\":\"x\"}\nrubbish\n")
        #expect(events == [.done(ReplyEnd(reason: nil))])
        #expect(failure == nil)
    }
}
