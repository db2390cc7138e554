import Chat

extension TurnOwner {
    /// The owner as it stands in Redis: run, machine, process, start and host between spaces.
    var text: String {
        machine.isEmpty ? run : "\(run) \(machine) \(process) \(startedAt) \(host)"
    }

    /// Reads an owner.
    ///
    /// Text that is no owner gives one of no machine, which keeps the text; its drafts are judged
    /// by the lease alone.
    init(text: some StringProtocol) {
        let parts = text.split(separator: " ", maxSplits: 4, omittingEmptySubsequences: false)
        if parts.count == 5, let process = Int32(parts[2]), let startedAt = UInt64(parts[3]) {
            self.init(
                run: String(parts[0]), machine: String(parts[1]), host: String(parts[4]),
                process: process, startedAt: startedAt)
        } else {
            self.init(run: String(text), machine: "", host: "unknown", process: 0, startedAt: 0)
        }
    }

    /// Reads the holder of a lease: a turn, a space, the owner.
    init(leaseText: String) {
        self.init(text: leaseText.drop { $0 != " " }.dropFirst())
    }
}
