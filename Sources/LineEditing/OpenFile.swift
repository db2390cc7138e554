#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// An open file that only its owner may read, and that programs do not inherit.
final class OpenFile {
    /// Who else may hold a lock at the same time.
    enum Lock {
        /// Others who share it too.
        case shared
        /// Nobody.
        case exclusive
    }

    private static let flags = O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY
    private static let permissions: mode_t = 0o600

    private let path: String
    private let descriptor: CInt

    /// Opens a file to be read; `nil` if there is none.
    ///
    /// Wraps `open`.
    init?(reading path: String) throws(LineEditingError) {
        let descriptor = open(path, O_RDONLY | Self.flags)
        guard descriptor >= 0 || errno != ENOENT else { return nil }
        self.descriptor = descriptor
        self.path = path
        try check(descriptor, "read")
        try checkKind()
    }

    /// Opens a file to be appended to; makes it where there is none, and missing folders.
    ///
    /// Wraps `open`.
    init(appendingTo path: String) throws(LineEditingError) {
        let flags = O_RDWR | O_APPEND | O_CREAT | Self.flags
        var descriptor = open(path, flags, Self.permissions)
        if descriptor < 0, errno == ENOENT {
            Self.makeFolder(of: path)
            descriptor = open(path, flags, Self.permissions)
        }
        self.descriptor = descriptor
        self.path = path
        try check(descriptor, "written")
        try checkKind()
    }

    /// Makes a new file, in place of one that a program left when it was ended.
    ///
    /// Wraps `open`.
    init(new path: String) throws(LineEditingError) {
        unlink(path)
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | Self.flags, Self.permissions)
        self.path = path
        try check(descriptor, "written")
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// How many bytes it has.
    ///
    /// Wraps `fstat`.
    var size: Int { Int(status.st_size) }

    /// Whether it is still the one that its path names.
    ///
    /// Wraps `lstat`.
    var isAtItsPath: Bool {
        var named = stat()
        let status = status
        return lstat(path, &named) == 0 && named.st_dev == status.st_dev
            && named.st_ino == status.st_ino
    }

    /// Takes the rights of others away, and gives the owner his.
    ///
    /// Wraps `fchmod`.
    func makePrivate() throws(LineEditingError) {
        guard status.st_mode & 0o7777 != Self.permissions else { return }
        try check(fchmod(descriptor, Self.permissions), "closed to others")
    }

    /// Locks it without waiting.
    ///
    /// Wraps `flock`. Where the file system has no locks, everybody shares one.
    ///
    /// - Returns: Whether the lock was free.
    func tryLock(_ kind: Lock) throws(LineEditingError) -> Bool {
        let result = flock(descriptor, (kind == .shared ? LOCK_SH : LOCK_EX) | LOCK_NB)
        if result != 0, errno == EWOULDBLOCK { return false }
        if kind == .exclusive { try check(result, "locked") }
        return true
    }

    /// Unlocks it, also for a program that is being started and has not closed it yet.
    ///
    /// Wraps `flock`.
    func unlock() { flock(descriptor, LOCK_UN) }

    /// Reads from an offset to the end.
    ///
    /// Wraps `pread`.
    func read(from offset: Int) throws(LineEditingError) -> [UInt8] {
        let size = max(0, size - offset)
        var result = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            let memory = UnsafeMutableRawBufferPointer(buffer)
            while count < size {
                let rest = UnsafeMutableRawBufferPointer(rebasing: memory[count...])
                result = pread(descriptor, rest.baseAddress, rest.count, off_t(offset + count))
                guard result > 0 else { return }
                count += result
            }
        }
        try check(CInt(clamping: result), "read")
        return bytes
    }

    /// Writes bytes at the end, with one call so that nothing of others comes between.
    ///
    /// Wraps `write`.
    func append(_ bytes: [UInt8]) throws(LineEditingError) {
        let count = write(descriptor, bytes, bytes.count)
        try check(CInt(clamping: count), "written")
        guard count == bytes.count else {
            throw .historyFile(path, cannotBe: "written", systemError: ENOSPC)
        }
    }

    /// Waits until the disk has it, and gives it another path.
    ///
    /// Wraps `fsync` and `rename`.
    func move(to other: String) throws(LineEditingError) {
        try check(fsync(descriptor), "written")
        try check(rename(path, other), "replaced")
    }

    /// Takes it out of its folder.
    ///
    /// Wraps `unlink`.
    func remove() { unlink(path) }

    private var status: stat {
        var status = stat()
        fstat(descriptor, &status)
        return status
    }

    private func checkKind() throws(LineEditingError) {
        guard status.st_mode & S_IFMT != S_IFREG else { return }
        throw .historyFile(path, cannotBe: "used, because it is no regular file", systemError: 0)
    }

    private func check(_ result: CInt, _ verb: String) throws(LineEditingError) {
        guard result < 0 else { return }
        throw .historyFile(path, cannotBe: verb)
    }

    private static func makeFolder(of path: String) {
        guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return }
        let folder = String(path[..<slash])
        guard mkdir(folder, 0o700) != 0, errno == ENOENT else { return }
        makeFolder(of: folder)
        mkdir(folder, 0o700)
    }
}
