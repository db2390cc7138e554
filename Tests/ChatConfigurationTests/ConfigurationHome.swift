import ChatConfiguration
import PlatformFoundation
import TestSupport

/// A home folder with a configuration, which only this user can read.
struct ConfigurationHome {
    private let folder: TemporaryFolder
    let path: String

    init(_ text: String? = nil, mode: Int = 0o600) throws {
        folder = try TemporaryFolder()
        path = folder.file(".config/ollama-chat/config.toml")
        guard let text else { return }
        try FileManager.default.createDirectory(
            atPath: folder.file(".config/ollama-chat"), withIntermediateDirectories: true)
        try folder.write(text, to: ".config/ollama-chat/config.toml")
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }

    /// The configuration of this home.
    func configuration(
        _ environment: [String: String] = [:], _ options: [ConfigurationOption] = []
    ) throws -> Configuration {
        try Configuration(
            options: options, environment: ["HOME": folder.path].merging(environment) { $1 })
    }
}
