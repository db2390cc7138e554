import Platform

/// What is asked of folders.
package enum Folder {
    /// Who may do what in a folder that only its owner may use.
    package static let ownerOnly: UInt32 = 0o700

    /// The folder in which a path lies.
    package static func holding(_ path: String) -> String {
        guard let last = path.lastIndex(where: { $0 != "/" }) else { return "/" }
        guard let slash = path[..<last].lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Makes a folder for this user alone, and those above it, unless they are there.
    ///
    /// Wraps `mkdir`. What is there under one of the names and is no folder is found by who uses
    /// it.
    package static func make(_ path: String) throws(FileError) {
        guard mkdir(path, mode_t(ownerOnly)) != 0 else { return }
        var reason = errno
        let parent = holding(path)
        if reason == ENOENT, parent != path, parent != "." {
            try make(parent)
            guard mkdir(path, mode_t(ownerOnly)) != 0 else { return }
            reason = errno
        }
        // Where nothing can be made, the system may say so of a folder that is there.
        guard reason != EEXIST, !FileSystem.exists(path) else { return }
        throw FileError(path, cannotBe: "made", number: reason)
    }

    /// Takes the rights of others away, and gives the owner his.
    ///
    /// Wraps `chmod`.
    package static func closeToOthers(_ path: String) throws(FileError) {
        try FileError.check(chmod(path, mode_t(ownerOnly)), path, cannotBe: "closed to others")
    }

    /// Brings the names in a folder to the disk, where the system does that for folders.
    ///
    /// Wraps `fsync`.
    package static func synchronize(_ path: String) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }
}
