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
        do throws(FileError) {
            let file = try OpenFile(path, .reading, followingLinks: true)
            let status = try file.status
            guard status.kind == .regular else {
                throw FileError(path, cannotBe: "read", because: "it is no file")
            }
            let bytes = try file.read(atMost: longest + 1)
            guard bytes.count <= longest else {
                throw FileError(path, cannotBe: "read", because: "it is too long")
            }
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw FileError(path, cannotBe: "read", because: "it is not UTF-8")
            }
            return ConfigurationFile(text: text, path: path, status: status)
        } catch {
            if error.isMissing { return nil }
            throw .unreadable(path, error.words)
        }
    }

    /// Makes the file, for this user only, with its folder.
    ///
    /// - Returns: Whether it was not there.
    @discardableResult
    static func make(_ path: String, _ text: String) throws(ConfigurationError) -> Bool {
        do throws(FileError) {
            try Folder.make(Folder.holding(path))
            let file = try AtomicFile(path, replacing: false)
            try file.write(Array(text.utf8))
            try file.commit()
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
