import Chat
import Search
import Terminal

/// Looks again when it is known what other programs changed, and says whether that finds others.
struct SearchCorrection {
    private let request: SearchRequest
    private let shown: Set<Found>
    private let index: (any SearchIndexing)?
    private let output: Output

    private struct Found: Hashable {
        let session: SessionID
        let timestamp: Timestamp

        static func all(in groups: [SessionHits]) -> Set<Found> {
            Set(
                groups.flatMap { group in
                    group.hits.map {
                        Found(session: group.session.id, timestamp: $0.message.timestamp)
                    }
                })
        }
    }

    /// Makes a correction.
    ///
    /// - Parameters:
    ///   - request: What was looked for.
    ///   - groups: What was shown.
    ///   - context: What the command works with.
    init(_ request: SearchRequest, shown groups: [SessionHits], _ context: CommandContext) {
        // Where more was found than there was room for, as much is looked at again.
        var request = request
        if let limit = request.limit { request.limit = max(1, limit - 1) }
        self.request = request
        shown = Found.all(in: groups)
        index = context.index
        output = context.output
    }

    /// Looks again in the background.
    func begin() {
        guard let index else { return }
        Task { [self] in
            guard (try? await index.settle()) == true else { return }
            var groups: [SessionHits] = []
            do {
                for try await found in index.search(request) { groups.append(found) }
            } catch {
                return
            }
            let found = Found.all(in: groups)
            guard found != shown else { return }
            let more = found.subtracting(shown).count
            output.notice(
                more > 0
                    ? "The store has changed since it was indexed: /search again finds "
                        + "\(Count.messages(more)) more."
                    : "The store has changed meanwhile: some of what is shown is gone.")
        }
    }
}
