package import Chat

extension TurnOwner {
    /// This process, under an id drawn for this run.
    package static let current: TurnOwner = {
        var generator = SystemRandomNumberGenerator()
        let process = ProcessTable.currentProcess
        return TurnOwner(
            run: RandomText.make(byteCount: 9, using: &generator), machine: ProcessTable.machine,
            host: ProcessTable.hostName, process: process,
            startedAt: ProcessTable.start(of: process) ?? 0)
    }()
}

extension ProcessTable {
    /// Whether the program of an owner on this machine still runs.
    ///
    /// A process id is given again some day, so the start time has to agree too. Where the system
    /// does not tell it, the id alone decides.
    package static func isAlive(_ owner: TurnOwner) -> Bool {
        guard exists(owner.process) else { return false }
        guard let start = start(of: owner.process) else { return true }
        return start == owner.startedAt
    }
}
