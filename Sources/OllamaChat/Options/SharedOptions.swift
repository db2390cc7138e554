public import ArgumentParser
public import Chat

/// Options that every shell command understands.
struct SharedOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The Redis server to use.", valueName: "url"))
    var redis: String?

    @Option(
        help: ArgumentHelp(
            "How long new sessions outlive their last use, such as 3600, 12h, 30d or keep.",
            valueName: "duration"))
    var ttl: TimeToLive?

    @Flag(help: "Answer with JSON.")
    var json = false

    @Flag(name: .shortAndLong, help: "Leave out the line of figures, and other remarks.")
    var quiet = false

    /// How long new sessions live: the option, else the environment, else for ever.
    func timeToLive() throws -> TimeToLive? {
        if let ttl { return ttl }
        guard let text = EnvironmentKey.timeToLive.value else { return nil }
        guard let value = TimeToLive(text: text) else {
            throw ValidationError(
                "\(EnvironmentKey.timeToLive.rawValue) is “\(text)”, which is no duration. "
                    + "Set it to something like 3600, 12h, 30d or keep.")
        }
        return value
    }
}

extension TimeToLive: ExpressibleByArgument {
    /// Reads a duration from the command line.
    public init?(argument: String) {
        self.init(text: argument)
    }
}
