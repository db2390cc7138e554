/// One run of the server, as its log tells it.
struct ServerRun {
    private let directory: PrivateRedisDirectory
    private let log: ServerLog
    private let sizes: [String: Int]

    /// Notes how things are before a server is started.
    init(in directory: PrivateRedisDirectory) throws(PrivateRedisError) {
        self.directory = directory
        log = try ServerLog(path: directory.logPath)
        sizes = try directory.appendOnlyFiles.sizes()
    }

    /// Why the server has ended with an error.
    func failure() -> PrivateRedisError { .serverFailed(log.end(), in: directory) }

    /// What the user should know about the data.
    ///
    /// - Returns: `nil` as long as the server has not loaded them, otherwise a list, mostly empty.
    func notices() -> [PrivateRedisNotice]? {
        let report = log.beginning()
        guard report.isReady else { return nil }
        return report.cut.map { [.cut($0, of: sizes[$0.file], in: directory)] } ?? []
    }
}
