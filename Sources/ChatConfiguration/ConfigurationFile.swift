import Files

/// The file as it lies on the disk.
struct ConfigurationFile {
    /// A longer one is something else by mistake.
    private static let longest = 65_536

    /// Its text.
    let text: String
    private let path: String
    private let status: FileStatus

    /// Reads the file, or returns `nil` where there is none.
    static func read(_ path: String) throws(ConfigurationError) -> ConfigurationFile? {
        do {
            return try TextFile.read(path, atMost: longest).map {
                ConfigurationFile(text: $0.text, path: path, status: $0.status)
            }
        } catch {
            throw .unreadable(path, error.words)
        }
    }

    /// Makes the file, for this user only, with its folder.
    ///
    /// - Returns: Whether it was not there.
    @discardableResult
    static func make(_ path: String, _ text: String) throws(ConfigurationError) -> Bool {
        do {
            try TextFile.write(text, to: path, replacing: false)
            return true
        } catch {
            if error.isTaken { return false }
            throw .unwritable(path, error.words)
        }
    }

    /// Refuses a file whose secret others can read.
    func check(holding secret: ConfigurationKey) throws(ConfigurationError) {
        let user = FileSystem.userID
        guard status.owner == user else {
            throw .foreign(path, secret: secret.name, user: user)
        }
        guard status.permissions & 0o077 == 0 else { throw .exposed(path, secret: secret.name) }
    }
}
