import ArgumentParser
import ChatConfiguration

/// Options that every shell command understands.
struct SharedOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The Redis server to use.", valueName: "url"))
    var redis: String?

    @Option(
        help: ArgumentHelp(
            "What stands in front of every key in the Redis server.", valueName: "name"))
    var namespace: String?

    @Option(help: ArgumentHelp("The Ollama server to use.", valueName: "address"))
    var host: String?

    @Option(
        help: ArgumentHelp(
            "How long new sessions outlive their last use, such as 3600, 12h, 30d or keep.",
            valueName: "duration"))
    var ttl: String?

    @Flag(help: "Answer with JSON.")
    var json = false

    @Flag(
        name: .shortAndLong, inversion: .prefixedNo,
        help: "Leave out the line of figures, and other remarks.")
    var quiet: Bool?

    @Flag(help: "Show replies as they are, without rendering their Markdown.")
    var plain = false

    /// What they set of the configuration.
    var configured: [ConfigurationOption] {
        let values: [(ConfigurationKey, String?)] = [
            (.storeURL, redis), (.storeNamespace, namespace), (.ollamaHost, host),
            (.timeToLive, ttl), (.quiet, quiet.map { "\($0)" }),
            (.markdown, plain ? "false" : nil),
        ]
        return values.compactMap { key, text in text.map { ConfigurationOption(key, $0) } }
    }

    /// The configuration, with what they set.
    func configuration() throws -> Configuration {
        try Configuration(options: configured, environment: ProcessEnvironment.variables)
    }
}
