import ArgumentParser
import Chat

/// Options that every shell command understands.
struct SharedOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The Redis server to use.", valueName: "url"))
    var redis: String?

    @Option(
        help: ArgumentHelp(
            "How long new sessions outlive their last use, such as 3600, 12h, 30d or keep.",
            valueName: "duration"),
        transform: TimeToLive.init(option:))
    var ttl: TimeToLive?

    @Flag(help: "Answer with JSON.")
    var json = false

    @Flag(name: .shortAndLong, help: "Leave out the line of figures, and other remarks.")
    var quiet = false

    /// How long new sessions live: the option, else the environment, else for ever.
    func timeToLive() throws -> TimeToLive? {
        if let ttl { return ttl }
        guard let text = EnvironmentKey.timeToLive.value else { return nil }
        return try TimeToLive(text, of: EnvironmentKey.timeToLive.rawValue)
    }
}

extension TimeToLive {
    /// Reads the value of `--ttl`.
    fileprivate init(option text: String) throws {
        try self.init(text, of: "--ttl")
    }

    /// Reads a duration that somebody set.
    fileprivate init(_ text: String, of name: String) throws {
        guard let value = TimeToLive(text: text) else {
            throw ValidationError(
                "\(name) is “\(text)”, which is no duration. Set it to a number of seconds, or to "
                    + "something like 30m, 12h, 7d or 2w, or to keep.")
        }
        self = value
    }
}
