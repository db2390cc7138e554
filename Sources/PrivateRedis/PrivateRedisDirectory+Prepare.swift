extension PrivateRedisDirectory {
    /// Makes the directory, and the folder of the socket where there is one, for this user alone.
    ///
    /// A directory that others may enter is closed to them; one of another user is refused.
    func prepare() throws(PrivateRedisError) {
        try Self.prepare(path, followingLinks: true)
        if let socketFolder {
            // Anybody can put a link into /tmp before us.
            try Self.prepare(socketFolder, followingLinks: false)
        }
    }

    private static func prepare(_ path: String, followingLinks: Bool) throws(PrivateRedisError) {
        try make(path)
        let status = try FileSystem.status(of: path, followingLinks: followingLinks)
        guard status.isDirectory else { throw .notADirectory(path) }
        guard status.owner == FileSystem.userID else { throw .directoryOfAnother(path) }
        if status.permissions != 0o700 { try FileSystem.setPermissions(0o700, of: path) }
    }

    private static func make(_ path: String) throws(PrivateRedisError) {
        guard !FileSystem.exists(path) else { return }
        if let slash = path.lastIndex(of: "/"), slash > path.startIndex {
            try make(String(path[..<slash]))
        }
        try FileSystem.makeDirectory(path, permissions: 0o700)
    }
}
