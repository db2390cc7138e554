import Platform

/// A file that is at its path as a whole, or not at all.
///
/// It is written in pieces beside its place, and takes it when all of it is on the disk. One that
/// lets go of it before leaves everything as it was. Where the path is a link, the file that the
/// link names is made or replaced.
package final class AtomicFile {
    private let path: String
    private let destination: String
    private let mayReplace: Bool
    private let file: OpenFile
    /// Where it is until it has its place; `nil` afterwards.
    private var draft: String?

    /// Begins a file.
    ///
    /// - Parameters:
    ///   - path: Where it will be.
    ///   - mayReplace: Whether one that is there is replaced. Its permissions are kept.
    ///   - permissions: Who may do what with a new file, less what the user's mask takes.
    /// - Throws: An error where the system refuses, and where there is a file that may not be
    ///   replaced, cannot be written, or is no regular one.
    package init(
        _ path: String, replacing mayReplace: Bool, permissions: UInt32 = FileSystem.ownerOnly
    ) throws(FileError) {
        let destination = try FileSystem.destination(of: path)
        let old = try Self.replaceable(path, mayReplace)
        let draft =
            "\(Folder.holding(destination))/.ollama-chat-\(UInt64.random(in: 0 ... .max)).new"
        let flags = O_RDWR | O_APPEND | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        let mode = old == nil ? permissions : FileSystem.ownerOnly
        let descriptor = try FileError.check(
            open(draft, flags, mode_t(mode)), path, cannotBe: "written")
        file = OpenFile(descriptor, path)
        self.path = path
        self.destination = destination
        self.mayReplace = mayReplace
        self.draft = draft
        if let old { try takeRights(of: old) }
    }

    deinit {
        if let draft { unlink(draft) }
    }

    /// Adds bytes at the end.
    package func write(_ bytes: [UInt8]) throws(FileError) { try file.write(bytes) }

    /// Brings the file to the disk and to its place.
    package func commit() throws(FileError) {
        guard let draft else { return }
        try file.synchronize()
        if mayReplace {
            try move(draft)
        } else if link(draft, destination) == 0 {
            unlink(draft)
        } else {
            guard [EPERM, EOPNOTSUPP, ENOSYS].contains(errno) else {
                throw FileError(path, cannotBe: "made", number: errno)
            }
            try moveWithoutLink(draft)
        }
        self.draft = nil
        Folder.synchronize(Folder.holding(destination))
    }

    /// Takes the name first, for file systems without a second name for a file.
    func moveWithoutLink(_ draft: String) throws(FileError) {
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
        let taken = try FileError.check(
            open(destination, flags, mode_t(FileSystem.ownerOnly)), path, cannotBe: "made")
        close(taken)
        do {
            try move(draft)
        } catch {
            try? FileSystem.remove(destination)
            throw error
        }
    }

    private func move(_ draft: String) throws(FileError) {
        try FileError.check(rename(draft, destination), path, cannotBe: "written")
    }

    /// Gives the file the owner and the permissions of another one; where it cannot have that
    /// owner or group, nobody else has rights.
    private func takeRights(of old: FileStatus) throws(FileError) {
        let isTheirs = fchown(file.descriptor, old.owner, old.group) == 0
        let permissions = old.permissions & (isTheirs ? 0o777 : 0o700)
        try FileError.check(
            fchmod(file.descriptor, mode_t(permissions)), path, cannotBe: "written")
    }

    /// The file that is to be replaced; `nil` where there is none.
    private static func replaceable(
        _ path: String, _ mayReplace: Bool
    ) throws(FileError) -> FileStatus? {
        let old: FileStatus
        do {
            old = try FileSystem.status(of: path)
        } catch {
            guard error.isMissing else { throw error }
            return nil
        }
        guard mayReplace else { throw FileError(path, cannotBe: "made", number: EEXIST) }
        guard old.kind == .regular else {
            throw FileError(path, cannotBe: "written", because: "it is no regular file")
        }
        try FileError.check(access(path, W_OK), path, cannotBe: "written")
        return old
    }
}
