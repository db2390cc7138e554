#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The file as it lies on the disk.
struct ConfigurationFile {
    /// A longer one is something else by mistake.
    private static let longest = 65_536

    /// Its text.
    let text: String
    private let path: String
    private let owner: uid_t
    private let mode: mode_t

    /// Reads the file, or returns `nil` where there is none.
    static func read(_ path: String) throws(ConfigurationError) -> ConfigurationFile? {
        // A pipe would keep the program waiting for somebody who writes.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw .unreadable(path, words(for: errno))
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .unreadable(path, words(for: errno)) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .unreadable(path, "it is no file") }
        guard status.st_size <= longest else { throw .unreadable(path, "it is too long") }
        let bytes = try contents(of: descriptor, at: path)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .unreadable(path, "it is not UTF-8")
        }
        return ConfigurationFile(
            text: text, path: path, owner: status.st_uid, mode: status.st_mode)
    }

    /// Makes the file, for this user only, with its folder.
    ///
    /// - Returns: Whether it was not there.
    @discardableResult
    static func make(_ path: String, _ text: String) throws(ConfigurationError) -> Bool {
        try makeFolders(above: path)
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            if errno == EEXIST { return false }
            throw .unwritable(path, words(for: errno))
        }
        defer { close(descriptor) }
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .unwritable(path, words(for: errno)) }
            rest = rest.dropFirst(count)
        }
        return true
    }

    /// Refuses a file whose secret others can read.
    func check(holding secret: ConfigurationKey) throws(ConfigurationError) {
        guard owner == geteuid() else {
            throw .foreign(path, secret: secret.name, user: geteuid())
        }
        guard mode & 0o077 == 0 else { throw .exposed(path, secret: secret.name) }
    }

    private static func contents(
        of descriptor: Int32, at path: String
    ) throws(ConfigurationError) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: longest)
        while bytes.count <= longest {
            let count = systemRead(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .unreadable(path, words(for: errno)) }
            if count == 0 { return bytes }
            bytes += buffer.prefix(count)
        }
        throw .unreadable(path, "it is too long")
    }

    private static func makeFolders(above path: String) throws(ConfigurationError) {
        var folder = ""
        for name in path.split(separator: "/").dropLast() {
            folder += "/\(name)"
            guard mkdir(folder, 0o700) != 0, errno != EEXIST else { continue }
            // A folder of the system is there, though nothing may be made beside it.
            let reason = errno
            guard access(folder, F_OK) == 0 else { throw .unwritable(path, words(for: reason)) }
        }
    }

    private static func words(for number: Int32) -> String { String(cString: strerror(number)) }
}

/// `read` of the C library, which the method of the same name hides.
private func systemRead(_ descriptor: Int32, _ bytes: UnsafeMutableRawPointer, _ count: Int) -> Int
{
    read(descriptor, bytes, count)
}
