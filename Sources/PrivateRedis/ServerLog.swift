/// The log of the server, as far as it tells of one run.
struct ServerLog {
    private static let sizeLimit = 1 << 20
    private static let beginningLimit = 1 << 16
    private static let endLimit = 4096

    private let path: String
    private let file: OpenFile
    private let start: Int

    /// Notes where the log of a new run begins.
    ///
    /// A log that has grown large is emptied first.
    init(path: String) throws(PrivateRedisError) {
        self.path = path
        file = try OpenFile(path)
        if try FileSystem.status(of: path).size > Self.sizeLimit { try file.truncate() }
        start = try FileSystem.status(of: path).size
    }

    /// What the log says first.
    func beginning() -> LogReport {
        LogReport(file.read(from: start, atMost: Self.beginningLimit))
    }

    /// What the log says last.
    func end() -> LogReport {
        let size = (try? FileSystem.status(of: path).size) ?? start
        return LogReport(
            file.read(from: max(start, size - Self.endLimit), atMost: Self.endLimit))
    }
}
