/// What an option of the command line sets.
package struct ConfigurationOption: Hashable, Sendable {
    /// The key that it stands for.
    package let key: ConfigurationKey
    /// The value as it was typed.
    package let text: String

    /// Describes what an option sets.
    package init(_ key: ConfigurationKey, _ text: String) {
        self.key = key
        self.text = text
    }
}
