/// A key with its value, for people.
package struct ConfigurationRow: Hashable, Sendable {
    /// The key.
    package let key: ConfigurationKey
    /// The value, with what is secret hidden; `nil` where none holds.
    package let value: String?
    /// Whether the value is hidden, or a part of it.
    package let isHidden: Bool
    /// Where the value comes from.
    package let origin: ConfigurationOrigin
}

extension Configuration {
    /// All keys with their values.
    package var rows: [ConfigurationRow] {
        ConfigurationKey.all.map { key in
            let setting = self[key]
            return ConfigurationRow(
                key: key, value: setting?.shown(for: key) ?? key.standard,
                isHidden: setting?.holdsSecret(of: key) ?? false,
                origin: setting?.origin ?? .standard)
        }
    }
}
