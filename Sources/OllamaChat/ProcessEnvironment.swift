import PlatformFoundation

/// What the process was started with, and what it finds.
enum ProcessEnvironment {
    /// The environment variables.
    static var variables: [String: String] { ProcessInfo.processInfo.environment }

    /// Whether there is something at a path.
    static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    /// The names of what is in a folder; none where it cannot be read.
    static func names(in folder: String) -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    }
}
