#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What this module asks of the file system, one function for each call.
enum FileSystem {
    /// What `stat` knows of a path.
    struct Status {
        /// Whether it is a directory.
        let isDirectory: Bool
        /// The user to whom it belongs.
        let owner: UInt32
        /// Who may do what.
        let permissions: UInt32
        /// Its size in bytes.
        let size: Int
    }

    /// The user as whom the program acts.
    ///
    /// Wraps `geteuid`.
    static var userID: UInt32 { geteuid() }

    /// Whether there is something with this name.
    ///
    /// Wraps `access`.
    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Looks at a path.
    ///
    /// Wraps `stat` and `lstat`.
    static func status(
        of path: String, followingLinks: Bool = true
    ) throws(PrivateRedisError) -> Status {
        var info = stat()
        let result = followingLinks ? stat(path, &info) : lstat(path, &info)
        try check(result, path, "examined")
        let mode = UInt32(info.st_mode)
        return Status(
            isDirectory: mode & UInt32(S_IFMT) == UInt32(S_IFDIR),
            owner: info.st_uid, permissions: mode & 0o7777, size: Int(info.st_size))
    }

    /// Whether the disk of a path has no room for more.
    ///
    /// Wraps `statvfs`.
    static func isFull(_ path: String) -> Bool {
        var info = statvfs()
        guard statvfs(path, &info) == 0 else { return false }
        return UInt64(info.f_bavail) * UInt64(info.f_frsize) < 4096
    }

    /// Makes a directory, unless somebody else just did.
    ///
    /// Wraps `mkdir`.
    static func makeDirectory(_ path: String, permissions: UInt32) throws(PrivateRedisError) {
        let result = mkdir(path, mode_t(permissions))
        guard result != 0, errno != EEXIST else { return }
        try check(result, path, "made")
    }

    /// Says who may do what.
    ///
    /// Wraps `chmod`.
    static func setPermissions(_ permissions: UInt32, of path: String) throws(PrivateRedisError) {
        try check(chmod(path, mode_t(permissions)), path, "closed to others")
    }

    /// Removes a file, if it is there.
    ///
    /// Wraps `unlink`.
    static func remove(_ path: String) throws(PrivateRedisError) {
        let result = unlink(path)
        guard result != 0, errno != ENOENT else { return }
        try check(result, path, "removed")
    }

    /// Turns the failure of a call into an error.
    @discardableResult
    fileprivate static func check(
        _ result: Int32, _ path: String, _ verb: String
    ) throws(PrivateRedisError) -> Int32 {
        guard result < 0 else { return result }
        let code = errno
        guard code != ENOSPC, code != EDQUOT else { throw .diskFull(path) }
        throw .file(path, cannotBe: verb, String(cString: strerror(code)))
    }
}

/// An open file.
///
/// It is closed when its owner lets go of it, and in every program started.
final class OpenFile: Sendable {
    /// The number by which the system knows it.
    let descriptor: Int32
    private let path: String

    /// Opens a file, and makes it where there is none.
    ///
    /// Wraps `open`.
    init(_ path: String) throws(PrivateRedisError) {
        let flags = O_RDWR | O_CREAT | O_CLOEXEC
        descriptor = try FileSystem.check(open(path, flags, 0o600), path, "opened")
        self.path = path
    }

    deinit { close(descriptor) }

    /// Locks the file without waiting.
    ///
    /// Wraps `flock`.
    ///
    /// - Returns: Whether the lock was free.
    func tryLock(shared: Bool) throws(PrivateRedisError) -> Bool {
        let result = flock(descriptor, (shared ? LOCK_SH : LOCK_EX) | LOCK_NB)
        if result != 0, errno == EWOULDBLOCK { return false }
        try FileSystem.check(result, path, "locked")
        return true
    }

    /// Unlocks the file for everybody who shares this opening of it.
    ///
    /// Wraps `flock`.
    func unlock() { flock(descriptor, LOCK_UN) }

    /// Empties the file.
    ///
    /// Wraps `ftruncate`.
    func truncate() throws(PrivateRedisError) {
        try FileSystem.check(ftruncate(descriptor, 0), path, "emptied")
    }

    /// Reads a part of the file; less where it ends.
    ///
    /// Wraps `pread`.
    func read(from offset: Int, atMost limit: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
            count = max(0, pread(descriptor, buffer.baseAddress, limit, off_t(offset)))
        }
    }
}
