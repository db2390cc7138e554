import PlatformFoundation

/// The browser of this machine.
enum Browser {
    /// Where it is, or `nil` if there is none.
    static let path = [
        "/usr/bin/chromium", "/usr/bin/chromium-headless-shell", "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
    ].first { FileManager.default.isExecutableFile(atPath: $0) }
}
