import Platform

/// What is asked of the file system by name, one function for each call.
package enum FileSystem {
    /// Who may do what with a file that only its owner may use.
    package static let ownerOnly: UInt32 = 0o600

    /// How many links may lead from one to the next, as on Linux.
    private static let mostLinks = 40

    /// The user as whom the program acts.
    ///
    /// Wraps `geteuid`.
    package static var userID: UInt32 { geteuid() }

    /// Whether there is something with this name, at the end of links.
    ///
    /// Wraps `access`.
    package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Looks at a path.
    ///
    /// Wraps `stat` and `lstat`.
    package static func status(
        of path: String, followingLinks: Bool = true
    ) throws(FileError) -> FileStatus {
        var info = stat()
        let result = followingLinks ? stat(path, &info) : lstat(path, &info)
        try FileError.check(result, path, cannotBe: "examined")
        return FileStatus(info)
    }

    /// Whether the disk of a path has no room for more.
    ///
    /// Wraps `statvfs`.
    package static func isFull(_ path: String) -> Bool {
        var info = statvfs()
        guard statvfs(path, &info) == 0 else { return false }
        return UInt64(info.f_bavail) * UInt64(info.f_frsize) < 4096
    }

    /// Removes a file, if it is there.
    ///
    /// Wraps `unlink`.
    package static func remove(_ path: String) throws(FileError) {
        let result = unlink(path)
        guard result != 0, errno != ENOENT else { return }
        try FileError.check(result, path, cannotBe: "removed")
    }

    /// Gives a file another name, and takes away what had that.
    ///
    /// Wraps `rename`.
    package static func rename(_ path: String, to other: String) throws(FileError) {
        try FileError.check(systemRename(path, other), path, cannotBe: "renamed")
    }

    /// The file that a path leads to, be it there or not: the path itself unless it is a link.
    ///
    /// Wraps `readlink`.
    package static func destination(of path: String) throws(FileError) -> String {
        var destination = path
        for _ in 0..<mostLinks {
            guard let next = link(at: destination) else { return destination }
            destination = next.hasPrefix("/") ? next : "\(Folder.holding(destination))/\(next)"
        }
        throw FileError(path, cannotBe: "found", number: ELOOP)
    }

    private static func link(at path: String) -> String? {
        var bytes = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink(path, &bytes, bytes.count)
        guard count > 0 else { return nil }
        return String(decoding: bytes[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}

/// `rename` of the C library, which the method of the same name hides.
private func systemRename(_ path: String, _ other: String) -> Int32 { rename(path, other) }
