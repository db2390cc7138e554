import Chat
import Synchronization
import TestSupport
import Testing

@testable import Ollama

struct RetryTests {
    private final class SleepLog: Sendable {
        private let log = Mutex<[Duration]>([])
        var delays: [Duration] { log.withLock { $0 } }
        func sleep(_ delay: Duration) { log.withLock { $0.append(delay) } }
    }

    @Test func `A full queue is asked again after growing delays, and visibly`() async throws {
        let log = SleepLog()
        try await withStub(saying("At last."), sleep: { log.sleep($0) }) { stub, client in
            stub.inject(.busy, times: 3)
            let outcome = try await Outcome(of: client.reply(to: question()))
            let delays: [Duration] = [.milliseconds(500), .seconds(1), .seconds(2)]
            #expect(outcome.delays == delays)
            #expect(log.delays == delays)
            #expect(outcome.text == "At last.")
            #expect(stub.requests.count == 4)
            #expect(Set(stub.requests.map(\.body)).count == 1)
        }
    }

    @Test func `The delay is announced before it is waited for`() async throws {
        let log = SleepLog()
        try await withStub(saying("Yes."), sleep: { log.sleep($0) }) { stub, client in
            stub.inject(.busy)
            var events = client.reply(to: question()).makeAsyncIterator()
            let announced = try await events.next()
            #expect(announced == .retrying(after: .milliseconds(500)))
            #expect(log.delays.isEmpty)
            let said = try await events.next()
            #expect(said == .text("Yes."))
            #expect(log.delays == [.milliseconds(500)])
        }
    }

    @Test func `Patience ends after six repetitions`() async throws {
        try await withStub { stub, client in
            stub.inject(.busy, times: 10)
            let outcome = try await Outcome(of: client.reply(to: question()))
            #expect(
                outcome.delays == [
                    .milliseconds(500), .seconds(1), .seconds(2), .seconds(4), .seconds(8),
                    .seconds(8),
                ])
            #expect(stub.requests.count == 7)
            #expect(outcome.error?.description == "Ollama is busy: its queue is full.")
        }
    }

    @Test func `Other failures are not repeated`() async throws {
        try await withStub { stub, client in
            stub.inject(.error(500, "model runner has unexpectedly stopped"))
            let outcome = try await Outcome(of: client.reply(to: question()))
            #expect(stub.requests.count == 1)
            #expect(
                outcome.error?.description
                    == "Ollama failed: model runner has unexpectedly stopped.")
        }
    }
}
