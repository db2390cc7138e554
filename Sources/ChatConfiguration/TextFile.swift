import Files

/// A short file of text, which people may have written.
struct TextFile {
    /// Its text.
    let text: String
    /// What the system knows of it.
    let status: FileStatus

    /// Reads a file, or returns `nil` where there is none.
    ///
    /// - Parameters:
    ///   - path: Where it is.
    ///   - longest: How many bytes it may have; a longer one is something else by mistake.
    /// - Returns: The file.
    /// - Throws: What keeps it from being read.
    static func read(_ path: String, atMost longest: Int) throws(FileError) -> TextFile? {
        let file: OpenFile
        do {
            file = try OpenFile(path, .reading, followingLinks: true)
        } catch {
            if error.isMissing { return nil }
            throw error
        }
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
        return TextFile(text: text, status: status)
    }

    /// Writes a file for this user only, with its folder.
    ///
    /// - Parameters:
    ///   - text: Its text.
    ///   - path: Where it will be.
    ///   - mayReplace: Whether one that is there is replaced.
    /// - Throws: What keeps it from being written.
    static func write(
        _ text: String, to path: String, replacing mayReplace: Bool
    ) throws(FileError) {
        try Folder.make(Folder.holding(path))
        let file = try AtomicFile(path, replacing: mayReplace)
        try file.write(Array(text.utf8))
        try file.commit()
    }
}
