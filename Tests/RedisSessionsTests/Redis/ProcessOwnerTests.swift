import Chat
import Platform
import RedisSessions
import Testing

@Suite struct ProcessOwnerTests {
    @Test func `This process is alive`() {
        let owner = TurnOwner.current
        #expect(owner.process == getpid())
        #expect(!owner.machine.isEmpty)
        #expect(owner.startedAt > 0)
        #expect(ProcessTable.isAlive(owner))
    }

    @Test func `A process that was given the id of another one is not that one`() {
        let owner = TurnOwner.current
        let earlier = TurnOwner(
            run: "x", machine: owner.machine, host: owner.host, process: owner.process,
            startedAt: owner.startedAt - 1)
        #expect(!ProcessTable.isAlive(earlier))
    }

    @Test(arguments: [0, -1, Int32.max])
    func `An id that no process has is dead`(_ process: Int32) {
        let owner = TurnOwner(run: "x", machine: "m", host: "h", process: process, startedAt: 1)
        #expect(!ProcessTable.isAlive(owner))
    }
}
