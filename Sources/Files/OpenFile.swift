import Platform

/// An open file.
///
/// It is closed when its owner lets go of it, and in every program started. What is written goes
/// to the end.
package final class OpenFile: Sendable {
    /// How a file is opened.
    package enum Opening: Hashable, Sendable {
        /// To be read; it must be there.
        case reading
        /// To be read and written; it must be there.
        case existing
        /// To be read and written; it is made where it is not there.
        case either
        /// To be read and written; it must not be there.
        case new
    }

    /// Where it is.
    package let path: String
    /// The number by which the system knows it.
    package let descriptor: Int32

    /// Opens a file.
    ///
    /// Wraps `open`. A pipe does not keep it waiting.
    ///
    /// - Parameters:
    ///   - path: Where it is.
    ///   - opening: What it is opened for.
    ///   - followingLinks: Whether the path may be a link.
    ///   - permissions: Who may do what with a file that is made, less what the user's mask takes.
    /// - Throws: An error where the system refuses.
    package convenience init(
        _ path: String, _ opening: Opening, followingLinks: Bool = false,
        permissions: UInt32 = FileSystem.ownerOnly
    ) throws(FileError) {
        let verb = opening == .reading ? "read" : "opened"
        let links = followingLinks ? 0 : O_NOFOLLOW
        let flags = opening.flags | links | O_CLOEXEC | O_NONBLOCK | O_NOCTTY
        let descriptor = try FileError.check(
            open(path, flags, mode_t(permissions)), path, cannotBe: verb)
        self.init(descriptor, path)
    }

    /// Takes a file that is open, and says where it is.
    init(_ descriptor: Int32, _ path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    deinit { close(descriptor) }

    /// What the system knows of it.
    ///
    /// Wraps `fstat`.
    package var status: FileStatus {
        get throws(FileError) {
            var info = stat()
            try FileError.check(fstat(descriptor, &info), path, cannotBe: "examined")
            return FileStatus(info)
        }
    }

    /// Whether it is still the one that its path names.
    package var isAtItsPath: Bool {
        get throws(FileError) {
            guard let named = try? FileSystem.status(of: path) else { return false }
            return try named.isOfSameFile(as: status)
        }
    }

    /// Takes the rights of others away, and gives the owner his.
    ///
    /// Wraps `fchmod`.
    package func closeToOthers() throws(FileError) {
        guard try status.permissions != FileSystem.ownerOnly else { return }
        try FileError.check(
            fchmod(descriptor, mode_t(FileSystem.ownerOnly)), path, cannotBe: "closed to others")
    }
}

extension OpenFile.Opening {
    /// The flags of `open`.
    fileprivate var flags: Int32 {
        switch self {
        case .reading: O_RDONLY
        case .existing: O_RDWR | O_APPEND
        case .either: O_RDWR | O_APPEND | O_CREAT
        case .new: O_RDWR | O_APPEND | O_CREAT | O_EXCL
        }
    }
}
