/// The program that runs a turn, as other programs see it.
public struct TurnOwner: Hashable, Sendable, Codable {
    /// An id drawn anew for every run of a program.
    public let run: String
    /// The machine, or the container on it, in which the process id below means something.
    public let machine: String
    /// The machine's name, for people.
    public let host: String
    /// The process id.
    public let process: Int32
    /// When the process began, in the units of the system; tells a process from a later one that
    /// was given the same id.
    public let startedAt: UInt64

    /// Makes an owner.
    public init(run: String, machine: String, host: String, process: Int32, startedAt: UInt64) {
        self.run = run
        self.machine = machine
        self.host = host
        self.process = process
        self.startedAt = startedAt
    }
}

extension TurnOwner: CustomStringConvertible {
    /// Host and process, as shown to people: `desk:4711`.
    public var description: String { "\(host):\(process)" }
}
