/// Waits until a server has loaded its data, and tells what the user should know about them.
final class NoticeWatch: Sendable {
    private let task: Task<Void, Never>

    /// Begins to watch.
    ///
    /// - Parameters:
    ///   - run: The run of the server.
    ///   - tell: Told of each notice, once.
    init(_ run: ServerRun, telling tell: @escaping @Sendable (PrivateRedisNotice) -> Void) {
        task = Task {
            var pause = Duration.milliseconds(10)
            while true {
                // Read first, so that there is a last look after the end of the watch was asked.
                let isOver = Task.isCancelled
                if let notices = run.notices() { return notices.forEach(tell) }
                if isOver { return }
                try? await Task.sleep(for: pause)
                pause = min(pause * 2, .seconds(1))
            }
        }
    }

    deinit { task.cancel() }

    /// Has a last look and ends.
    func end() async {
        task.cancel()
        await task.value
    }
}
