#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A file of the spool, locked as long as it is open.
///
/// Each function wraps the C function that it names.
final class SpoolFile: Sendable {
    /// Whether a file has to be there already.
    enum Opening {
        /// It must be there.
        case existing
        /// It is made where it is not there.
        case either
    }

    /// Where it is.
    let path: String
    private let descriptor: Int32

    /// Opens a file that only this user can read: `open`, `flock`.
    ///
    /// It gives `nil` where another program has it open.
    ///
    /// - Parameters:
    ///   - path: Where it is.
    ///   - opening: Whether it has to be there already.
    /// - Throws: ``SpoolError`` where the system refuses.
    init?(_ path: String, _ opening: Opening) throws(SpoolError) {
        let creation =
            switch opening {
            case .existing: Int32(0)
            case .either: O_CREAT
            }
        let flags = O_RDWR | O_APPEND | O_CLOEXEC | O_NOFOLLOW | creation
        let descriptor = try Self.check(open(path, flags, 0o600), path, "opened")
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            return nil
        }
        self.path = path
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// Puts bytes at the end, and returns when they are on the disk: `write`, `fsync`.
    ///
    /// What could be written in part is taken off again: `ftruncate`.
    func append(_ bytes: [UInt8]) throws(SpoolError) {
        let end = lseek(descriptor, 0, SEEK_END)
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                let failure = SpoolError.file(
                    path, cannotBe: "written", String(cString: strerror(errno)))
                _ = ftruncate(descriptor, end)
                throw failure
            }
            rest = rest.dropFirst(count)
        }
        try Self.check(fsync(descriptor), path, "brought to the disk")
    }

    /// Whether nothing is in it: `lseek`.
    var isEmpty: Bool { lseek(descriptor, 0, SEEK_END) == 0 }

    /// The content: `pread`.
    func read() -> [UInt8] {
        var bytes: [UInt8] = []
        while true {
            let part = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
                count = max(
                    0, pread(descriptor, buffer.baseAddress, buffer.count, off_t(bytes.count)))
            }
            guard !part.isEmpty else { return bytes }
            bytes += part
        }
    }

    /// Drops what is behind a length: `ftruncate`.
    func cut(to length: Int) { _ = ftruncate(descriptor, off_t(length)) }

    /// Takes the file away: `unlink`.
    func remove() { unlink(path) }

    /// Gives the file another name: `rename`.
    ///
    /// - Returns: The name that it has now.
    func rename(to other: String) -> String {
        systemRename(path, other) == 0 ? other : path
    }

    /// Makes a folder for this user alone, and those above it: `mkdir`.
    static func makeFolder(_ path: String) throws(SpoolError) {
        guard mkdir(path, 0o700) != 0 else { return }
        if errno == EEXIST { return }
        guard errno == ENOENT, path.dropFirst().contains("/") else {
            throw .file(path, cannotBe: "made", String(cString: strerror(errno)))
        }
        try makeFolder(ofFile: path)
        try check(mkdir(path, 0o700), path, "made")
    }

    /// Makes the folder of a file for this user alone, and those above it.
    static func makeFolder(ofFile path: String) throws(SpoolError) {
        try makeFolder("/" + path.split(separator: "/").dropLast().joined(separator: "/"))
    }

    /// Makes sure that a new name in a folder is on the disk: `open`, `fsync`.
    static func settle(_ folder: String) {
        let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }

    @discardableResult
    private static func check(
        _ result: Int32, _ path: String, _ verb: String
    ) throws(SpoolError) -> Int32 {
        guard result < 0 else { return result }
        throw .file(path, cannotBe: verb, String(cString: strerror(errno)))
    }
}

/// `rename` of the C library, which the method of the same name hides.
private func systemRename(_ path: String, _ other: String) -> Int32 { rename(path, other) }
