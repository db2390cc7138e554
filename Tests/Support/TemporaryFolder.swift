import PlatformFoundation

/// A folder that is removed when its owner lets go of it.
package final class TemporaryFolder: Sendable {
    /// The path, short enough for a unix socket inside.
    package let path: String

    /// Makes a folder that only this user may enter.
    package init() throws {
        let random = String(UInt64.random(in: .min ... .max), radix: 36)
        path = "/tmp/oc-\(random)"
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: false,
            attributes: [.posixPermissions: 0o700])
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// The path of something inside.
    package func file(_ name: String) -> String { "\(path)/\(name)" }
}
