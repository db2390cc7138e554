import TestSupport
import Testing

@testable import REPL

@Suite struct IdleGateTests {
    @Test func `Work runs while the gate is open, and is cancelled when it is shut`() async {
        let gate = IdleGate()
        let begun = EventCount()
        let ended = EventCount()
        await gate.run { begun.add() }
        #expect(begun.count == 0)
        gate.open()
        let running = Task {
            await gate.run {
                begun.add()
                try? await Task.sleep(for: .seconds(3600))
                if Task.isCancelled { ended.add() }
            }
        }
        #expect(await begun.reach(1))
        gate.shut()
        #expect(await ended.reach(1))
        await running.value
    }
}
