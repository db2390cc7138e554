import Platform

/// What the system knows of a file without reading it.
package struct FileStatus: Hashable, Sendable {
    /// What has a name in a folder.
    package enum Kind: Hashable, Sendable {
        /// A file with content.
        case regular
        /// A folder.
        case folder
        /// A link that names something else.
        case link
        /// A pipe, a socket or a device.
        case other
    }

    /// What it is.
    package let kind: Kind
    /// The user to whom it belongs.
    package let owner: UInt32
    /// The group to which it belongs.
    package let group: UInt32
    /// Who may do what.
    package let permissions: UInt32
    /// Its size in bytes.
    package let size: Int
    private let device: UInt64
    private let number: UInt64

    /// Reads what the C library tells.
    init(_ status: stat) {
        kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .regular
            case S_IFDIR: .folder
            case S_IFLNK: .link
            default: .other
            }
        owner = status.st_uid
        group = status.st_gid
        permissions = UInt32(status.st_mode) & 0o7777
        size = Int(status.st_size)
        device = UInt64(truncatingIfNeeded: status.st_dev)
        number = UInt64(status.st_ino)
    }

    /// Whether both tell of the same file, whatever became of it in between.
    package func isOfSameFile(as other: FileStatus) -> Bool {
        device == other.device && number == other.number
    }
}
