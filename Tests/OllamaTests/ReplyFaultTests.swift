import Chat
import TestSupport
import Testing

@testable import Ollama

struct ReplyFaultTests {
    @Test func `A reply comes token by token, with counts at its end`() async throws {
        try await withStub(saying("One two <three> 🙂.")) { stub, client in
            let outcome = try await Outcome(of: client.reply(to: question("Count.")))
            #expect(outcome.events.prefix(2) == [.text("One"), .text(" two")])
            #expect(outcome.text == "One two <three> 🙂.")
            let statistics = try #require(outcome.end?.statistics)
            #expect(statistics.replyTokens == 4)
            #expect(statistics.promptTokens == 17)
            #expect(statistics.tokensPerSecond == 200)
            #expect(try #require(statistics.timeToFirstToken) > .zero)
            #expect(stub.requests.map(\.path) == ["/api/chat"])
            #expect(
                stub.requests.first?.text
                    == #"{"messages":[{"content":"Count.","role":"user"}],"model":"smollm2","#
                    + #""stream":true}"#)
            #expect(stub.requests.first?.headers["content-type"] == "application/json")
        }
    }

    @Test(arguments: [StubFault.pieces(of: 1), .pieces(of: 7), .oneChunk])
    func `Wherever the network cuts, the reply is the same`(_ fault: StubFault) async throws {
        try await withStub(saying("日本語 🙂 e\u{301}")) { stub, client in
            let whole = try await Outcome(of: client.reply(to: question()))
            stub.inject(fault)
            let cut = try await Outcome(of: client.reply(to: question()))
            #expect(cut.text == "日本語 🙂 e\u{301}")
            #expect(cut.events.dropLast() == whole.events.dropLast())
            #expect(cut.error == nil)
        }
    }

    @Test func `Thoughts are streamed before the answer`() async throws {
        var behaviour = saying("Yes.")
        behaviour.thinking = "Let me see."
        try await withStub(behaviour) { _, client in
            let outcome = try await Outcome(of: client.reply(to: question()))
            #expect(outcome.thinking == "Let me see.")
            #expect(outcome.text == "Yes.")
            #expect(outcome.events.first == .thinking("Let"))
        }
    }

    @Test func `A reply that hit a limit says so`() async throws {
        var behaviour = saying("Once upon")
        behaviour.doneReason = "length"
        try await withStub(behaviour) { _, client in
            let outcome = try await Outcome(of: client.reply(to: question()))
            #expect(outcome.end?.isTruncated == true)
        }
    }

    @Test func `A stream that ends without its last line just ends`() async throws {
        try await withStub(saying("One two three")) { stub, client in
            stub.inject(.silentClose(afterChunks: 2, terminated: true))
            let outcome = try await Outcome(of: client.reply(to: question()))
            #expect(outcome.events == [.text("One"), .text(" two")])
            #expect(outcome.error == nil)
        }
    }

    @Test(arguments: [
        StubFault.silentClose(afterChunks: 2, terminated: false), .reset(afterChunks: 2),
    ])
    func `A body that breaks off is an error after what came before`(
        _ fault: StubFault
    ) async throws {
        let heard = EventCount()
        var behaviour = saying("One two three")
        behaviour.heard = heard
        try await withStub(behaviour) { stub, client in
            stub.inject(fault)
            var events: [ReplyEvent] = []
            let error = await #expect(throws: OllamaError.self) {
                for try await event in client.reply(to: question()) {
                    events.append(event)
                    heard.add()
                }
            }
            #expect(events == [.text("One"), .text(" two")])
            #expect(error?.code == .brokenOff)
            #expect(error?.description == "The connection to \(stub.address) broke off.")
        }
    }

    @Test func `A reset before the head is an error`() async throws {
        try await withStub { stub, client in
            stub.inject(.reset(afterChunks: 0))
            let outcome = try await Outcome(of: client.reply(to: question()))
            #expect(outcome.events.isEmpty)
            #expect(outcome.error?.code == .brokenOff)
        }
    }

    @Test func `An error in a stream comes after what was said before it`() async throws {
        try await withStub(saying("One two three")) { stub, client in
            stub.inject(.errorLine(afterChunks: 2, words: "out of memory"))
            let outcome = try await Outcome(of: client.reply(to: question()))
            #expect(outcome.text == "One two")
            #expect(outcome.error?.code == .serverFailed)
            #expect(
                outcome.error?.description == "Ollama failed during the reply: out of memory.")
        }
    }

    @Test func `A server that stalls in a reply is a timeout`() async throws {
        var configuration = OllamaConfiguration()
        configuration.idleTimeout = .milliseconds(50)
        try await withStub(saying("One two"), configuration: configuration) { stub, client in
            stub.inject(.stall(afterChunks: 1))
            let outcome = try await Outcome(of: client.reply(to: question()))
            #expect(outcome.text == "One")
            #expect(outcome.error?.code == .timeout)
            #expect(outcome.error?.description.contains("50 milliseconds") == true)
            #expect(await stub.departures.reach(1))
        }
    }

    @Test func `Before the first token a reply may take longer than it may pause`() async throws {
        var configuration = OllamaConfiguration()
        configuration.idleTimeout = .seconds(1)
        var behaviour = saying("Late")
        behaviour.firstDelay = .milliseconds(1500)
        try await withStub(behaviour, configuration: configuration) { _, client in
            let outcome = try await Outcome(of: client.reply(to: question()))
            #expect(outcome.text == "Late")
            #expect(outcome.error == nil)
            let first = try #require(outcome.end?.statistics.timeToFirstToken)
            #expect(first >= .milliseconds(1500))
        }
    }

    @Test func `A slow reader is no fault of the server`() async throws {
        var configuration = OllamaConfiguration()
        // Long enough for the stub on a loaded machine, and short of what the reader takes.
        configuration.idleTimeout = .seconds(1)
        try await withStub(saying("a b"), configuration: configuration) { _, client in
            var text = ""
            for try await event in client.reply(to: question()) {
                guard case .text(let piece) = event else { continue }
                if text.isEmpty { try await Task.sleep(for: .milliseconds(1500)) }
                text += piece
            }
            #expect(text == "a b")
        }
    }

    @Test func `A line of 200 MB is given up long before its end`() async throws {
        try await withStub { stub, client in
            stub.inject(.endlessLine(mebibytes: 200))
            let outcome = try await Outcome(of: client.reply(to: question()))
            #expect(outcome.events.isEmpty)
            #expect(outcome.error?.code == .notOllama)
            #expect(await stub.departures.reach(1))
        }
    }

    @Test func `A recorded reply is replayed as it was on the wire`() async throws {
        try await withStub { stub, client in
            stub.inject(.replay(try RecordedAnswer("chat_stream.http").wire))
            let outcome = try await Outcome(of: client.reply(to: question()))
            #expect(outcome.text == "Hello to the world of words!")
            #expect(outcome.end != nil)
        }
    }

    @Test func `Many replies go over few connections`() async throws {
        try await withStub(saying("Yes.")) { stub, client in
            for _ in 0..<20 {
                let outcome = try await Outcome(of: client.reply(to: question()))
                #expect(outcome.text == "Yes.")
            }
            #expect(stub.requests.count == 20)
            #expect(stub.departures.count == 0)
        }
    }
}
