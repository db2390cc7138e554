/// Where the configuration is.
package enum ConfigurationPath {
    private static let home = "HOME"
    /// The folder of the user's configurations, by the XDG base directory specification.
    private static let folder = "XDG_CONFIG_HOME"

    /// The path of the file, whether it is there or not.
    ///
    /// - Throws: An error where the home directory is not known.
    package static func find(
        in environment: [String: String]
    ) throws(ConfigurationError) -> String {
        "\(try own(in: environment))/config.toml"
    }

    /// The folder of the templates, whether it is there or not.
    ///
    /// - Throws: An error where the home directory is not known.
    package static func templates(
        in environment: [String: String]
    ) throws(ConfigurationError) -> String {
        "\(try own(in: environment))/templates"
    }

    /// The folder of this program among the user's configurations.
    private static func own(
        in environment: [String: String]
    ) throws(ConfigurationError) -> String {
        // XDG tells to ignore relative paths.
        let given = environment[folder].flatMap { $0.hasPrefix("/") ? $0 : nil }
        let home = environment[home].flatMap { $0.hasPrefix("/") ? "\($0)/.config" : nil }
        guard let folder = given ?? home else { throw .homeUnknown }
        return "\(folder)/ollama-chat"
    }
}
