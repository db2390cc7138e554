import BlockingIO
import Dispatch
import Testing

@Suite struct HandoverTests {
    @Test func `What is given is taken in order, and nothing at the end`() async throws {
        let handover = Handover<Int>(label: "test") { handover in
            for number in 0..<1_000 { handover.give(number) }
        }
        var taken: [Int] = []
        while case let more = try await handover.take(), !more.isEmpty { taken += more }
        #expect(taken == Array(0..<1_000))
        #expect(try await handover.take().isEmpty)
    }

    @Test func `A cancelled task does not wait for work that is stuck`() async throws {
        let gate = DispatchSemaphore(value: 0)
        defer { gate.signal() }
        let handover = Handover<Int>(label: "test") { handover in
            handover.give(1)
            gate.wait()
        }
        #expect(try await handover.take() == [1])
        let waiting = Task { try await handover.take() }
        waiting.cancel()
        await #expect(throws: CancellationError.self) { try await waiting.value }
        #expect(!handover.isWanted)
    }

    @Test func `Work that is given up is asked for no more`() async throws {
        let gate = DispatchSemaphore(value: 0)
        let (ends, end) = AsyncStream.makeStream(of: Bool.self)
        let handover = Handover<Int>(label: "test") { handover in
            gate.wait()
            end.yield(handover.isWanted)
            handover.give(1)
        }
        #expect(handover.isWanted)
        handover.giveUp()
        gate.signal()
        #expect(await ends.first { _ in true } == false)
        await #expect(throws: CancellationError.self) { try await handover.take() }
    }
}
