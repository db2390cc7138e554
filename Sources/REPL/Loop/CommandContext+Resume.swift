package import Chat
import Terminal

extension CommandContext {
    /// Opens a session and shows a part of it, its last exchange unless told, so that one sees where
    /// it stopped.
    ///
    /// - Parameters:
    ///   - session: The session.
    ///   - range: The messages to show.
    /// - Throws: An error of the store.
    package func resume(_ session: Session, showing range: HistoryRange = .last(2)) async throws {
        let shown = try await open(session, showing: range)
        let session = await conversation.session ?? session
        let name = session.name.map { $0.onOneLine.shortened(to: 60) } ?? session.id.text
        let model = session.model.map { ", \($0)" } ?? ""
        let count = Count.messages(session.messageCount)
        output.notice("\(name) (\(count)\(model))")
        warnOfExpiry(session)
        if session.lostCount > 0 {
            output.warning(
                "The \(Count.messages(session.lostCount)) of this session are missing: the server "
                    + "may have been short of memory, or another program removed them.")
        }
        HistoryPrinter(output, mostLines: 12).show(shown)
    }

    private func warnOfExpiry(_ session: Session) {
        guard let seconds = session.expiresIn, seconds < 86_400 else { return }
        output.warning(
            "This session expires \(DurationText.text(of: .seconds(seconds))) after its last use.")
    }
}
