import Files

extension PrivateRedisDirectory {
    /// Makes the directory, and the folder of the socket where there is one, for this user alone.
    ///
    /// A directory that others may enter is closed to them; one of another user is refused.
    func prepare() throws(PrivateRedisError) {
        try Self.prepare(path)
        if let socketFolder { try Self.prepare(socketFolder, isForSocket: true) }
    }

    /// Makes a directory, or checks the one that is there.
    ///
    /// - Parameters:
    ///   - path: The directory.
    ///   - isForSocket: Whether it lies where anybody can put a directory or a link before us.
    /// - Throws: An error if it cannot be made, or is not a directory of this user.
    static func prepare(_ path: String, isForSocket: Bool = false) throws(PrivateRedisError) {
        let status = try PrivateRedisError.catching { () throws(FileError) in
            try Folder.make(path)
            return try FileSystem.status(of: path, followingLinks: !isForSocket)
        }
        guard status.kind == .folder else { throw .notADirectory(path, isForSocket: isForSocket) }
        guard status.owner == FileSystem.userID else {
            throw .directoryOfAnother(path, isForSocket: isForSocket)
        }
        guard status.permissions != Folder.ownerOnly else { return }
        try PrivateRedisError.catching { () throws(FileError) in try Folder.closeToOthers(path) }
    }
}
