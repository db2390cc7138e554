import Chat
import Synchronization
import Terminal

extension CommandContext {
    /// Has the model server fetch a model, and shows how far it is.
    ///
    /// - Returns: Whether the model is there; `false` where somebody stopped it.
    /// - Throws: What keeps the server from fetching it.
    func pull(_ model: String) async throws -> Bool {
        let line = Progress(output, "Pulling \(model.onOneLine)", .bytes, stop: "Ctrl-C stops")
        defer { line.stop() }
        let progress = Mutex(PullProgress())
        do {
            try await server.pull(model) { status in
                let known = progress.withLock { $0.add(status) ? $0 : nil }
                guard let known else { return line.report(status.words.onOneLine) }
                line.report(
                    Int(known.fetched), of: Int(known.size), foundBefore: Int(known.found))
            }
        } catch is CancellationError {
            line.stop()
            output.notice(
                "Stopped. What was fetched of \(model) is kept; "
                    + "\(door.pulls(model)) goes on from there.")
            return false
        }
        line.stop()
        let size = progress.withLock(\.size)
        let words = size > 0 ? " (\(ByteCount.text(of: size)))" : ""
        output.notice("\(model) is pulled\(words).")
        return true
    }
}
