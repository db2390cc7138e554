import Files

/// The log of the server, as far as it tells of one run.
struct ServerLog {
    private static let sizeLimit = 1 << 20
    private static let beginningLimit = 1 << 16
    private static let endLimit = 4096

    private let file: OpenFile
    private let start: Int

    /// Notes where the log of a new run begins.
    ///
    /// A log that has grown large is emptied first.
    init(path: String) throws(PrivateRedisError) {
        (file, start) = try PrivateRedisError.catching { () throws(FileError) in
            let file = try OpenFile(path, .either, followingLinks: true)
            if try file.status.size > Self.sizeLimit { try file.truncate(to: 0) }
            return (file, try file.status.size)
        }
    }

    /// What the log says first.
    func beginning() -> LogReport {
        report(from: start, atMost: Self.beginningLimit)
    }

    /// What the log says last.
    func end() -> LogReport {
        let size = (try? file.status.size) ?? start
        return report(from: max(start, size - Self.endLimit), atMost: Self.endLimit)
    }

    private func report(from offset: Int, atMost limit: Int) -> LogReport {
        LogReport((try? file.read(from: offset, atMost: limit)) ?? [])
    }
}
