import Redis
import Synchronization
import Testing

struct WaitingLineTests {
    @Test func `Places are given in the order of asking`() async throws {
        let line = WaitingLine(places: 1)
        let order = Order()
        try await line.enter()
        await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<20 {
                group.addTask {
                    try await line.enter()
                    order.note(number)
                    line.leave()
                }
                await until { line.count == number + 1 }
            }
            line.leave()
        }
        #expect(order.numbers == Array(0..<20))
    }

    @Test func `A cancelled task leaves the line`() async throws {
        let line = WaitingLine(places: 1)
        try await line.enter()
        let waiting = Task { try await line.enter() }
        await until { line.count == 1 }
        waiting.cancel()
        await #expect(throws: CancellationError.self) { try await waiting.value }
        #expect(line.count == 0)
        line.leave()
        try await line.enter()
    }

    @Test func `A cancelled task gets no place even where one is free`() async throws {
        let line = WaitingLine(places: 1)
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            try await line.enter()
        }
        await #expect(throws: CancellationError.self) { try await task.value }
        try await line.enter()
    }

    @Test func `Closing sends everyone away`() async throws {
        let line = WaitingLine(places: 1)
        try await line.enter()
        let waiting = Task { try await line.enter() }
        await until { line.count == 1 }
        line.close()
        await #expect(throws: RedisError.closed) { try await waiting.value }
        await #expect(throws: RedisError.closed) { try await line.enter() }
    }

    @Test func `No place is lost when tasks are cancelled at any moment`() async throws {
        let line = WaitingLine(places: 2)
        for _ in 1...500 {
            let tasks = (1...4).map { _ in
                Task {
                    try await line.enter()
                    line.leave()
                }
            }
            tasks[2].cancel()
            tasks[0].cancel()
            for task in tasks { _ = await task.result }
        }
        try await line.enter()
        try await line.enter()
        #expect(line.count == 0)
    }
}

/// Numbers in the order in which tasks noted them.
private final class Order: Sendable {
    private let noted = Mutex<[Int]>([])

    var numbers: [Int] { noted.withLock { $0 } }

    func note(_ number: Int) {
        noted.withLock { $0.append(number) }
    }
}

/// Waits until something is so, letting other tasks run.
private func until(_ condition: () -> Bool) async {
    while !condition() { await Task.yield() }
}
