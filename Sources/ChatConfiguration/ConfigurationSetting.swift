/// What a key was set to, and where.
package struct ConfigurationSetting: Hashable, Sendable {
    /// The value.
    package let value: ConfigurationValue
    /// Where it was set.
    package let origin: ConfigurationOrigin
    /// The value as it was written.
    private let written: String

    /// Describes a setting.
    init(_ value: ConfigurationValue, written: String, from origin: ConfigurationOrigin) {
        self.value = value
        self.written = written
        self.origin = origin
    }

    /// The value for people, with what is secret hidden.
    func shown(for key: ConfigurationKey) -> String {
        if case .headers(let headers) = value {
            return headers.keys.sorted().map { "\($0): \(SecretText.hidden)" }
                .joined(separator: ", ")
        }
        if key.isSecret { return SecretText.hidden }
        return key.kind == .address ? SecretText.hidingPassword(in: written) : written
    }

    /// Whether something in it is nobody else's business.
    func holdsSecret(of key: ConfigurationKey) -> Bool {
        key.isSecret || key.kind == .address && SecretText.hidingPassword(in: written) != written
    }
}
