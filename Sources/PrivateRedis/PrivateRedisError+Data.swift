import Files

extension PrivateRedisError {
    /// The server ended instead of answering.
    ///
    /// - Parameters:
    ///   - report: The end of its log.
    ///   - directory: Where its data and its log lie.
    /// - Returns: The error.
    static func serverFailed(_ report: LogReport, in directory: PrivateRedisDirectory) -> Self {
        switch report.trouble {
        case .diskFull: return .diskFull(directory.path)
        case .tooNew(let reason): return .dataTooNew(reason, in: directory)
        case .damaged(let reason): return .dataDamaged(reason, in: directory)
        // On a full disk there is no room for a log, either.
        case nil where FileSystem.isFull(directory.path): return .diskFull(directory.path)
        case nil: break
        }
        let reason = report.lastLine.map { ": \($0)" } ?? ""
        return PrivateRedisError(
            .serverFailed, "The private Redis server gave up\(reason).",
            hint: "Its log is \(directory.logPath).")
    }

    /// There is no room for more data.
    static func diskFull(_ path: String) -> Self {
        PrivateRedisError(
            .diskFull, "The private store has no room left: the disk with \(path) is full.",
            hint: "Free some space and try again; what was stored is still there.")
    }

    private static func dataTooNew(_ reason: String, in directory: PrivateRedisDirectory) -> Self {
        PrivateRedisError(
            .dataTooNew,
            "The data in \(directory.path) were written by a newer Redis server than the one "
                + "that is installed: \(reason).",
            hint:
                "Install the newer redis-server again, or \(elsewhere); the data stay as they are.")
    }

    private static func dataDamaged(_ reason: String, in directory: PrivateRedisDirectory) -> Self {
        let files = directory.appendOnlyFiles
        let (folder, manifest) = (ShellText.quoted(files.folder), ShellText.quoted(files.manifest))
        let copy = ShellText.quoted("\(files.folder).copy")
        return PrivateRedisError(
            .dataDamaged, "The data of the private Redis server are damaged: \(reason).",
            hint:
                "Keep a copy with `cp -a \(folder) \(copy)`, then cut off what follows the damage "
                + "with `redis-check-aof --fix \(manifest)`.")
    }
}
