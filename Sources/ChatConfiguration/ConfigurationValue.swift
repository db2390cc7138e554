package import Chat

/// What a key was set to.
package enum ConfigurationValue: Hashable, Sendable {
    /// A text, an address, or a name.
    case text(String)
    /// `true` or `false`.
    case boolean(Bool)
    /// A number from 1 up.
    case count(Int)
    /// How long sessions live.
    case timeToLive(TimeToLive)
    /// How long a model stays in memory; negative for ever.
    case keepAlive(Duration)
    /// Values by names of headers.
    case headers([String: String])
    /// The value of a model option.
    case option(OptionValue)
}
