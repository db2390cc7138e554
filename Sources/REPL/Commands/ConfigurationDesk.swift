/// The configuration, as commands work with it.
package protocol ConfigurationDesk: Sendable {
    /// Where the file is, whether it is there or not.
    func path() throws -> String
    /// All keys with their values.
    func rows() throws -> [ConfigurationLine]
    /// Lets the person edit the file, and checks it afterwards.
    func edit() async throws
    /// Writes into the file which model makes vectors of messages.
    func chooseRecallModel(_ model: String) throws
}

/// A key of the configuration, as commands show it.
package struct ConfigurationLine: Hashable, Sendable {
    /// The name of the key.
    package let key: String
    /// The value, with what is secret hidden; `nil` where none holds.
    package let value: String?
    /// Whether the value is hidden, or a part of it.
    package let isHidden: Bool
    /// What the value comes from: an option, a variable, a line of the file, or `default`.
    package let origin: String

    /// Describes a key.
    package init(key: String, value: String?, isHidden: Bool = false, origin: String) {
        self.key = key
        self.value = value
        self.isHidden = isHidden
        self.origin = origin
    }
}
