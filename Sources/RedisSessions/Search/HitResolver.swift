import Chat
import Redis
import Search

/// Looks where hits stand now, and leaves out what is not there any more.
struct HitResolver: Sendable {
    private struct Group {
        let session: Session
        var hits: [SearchHit]
    }

    private let request: SearchRequest
    private let store: RedisSessionStore
    private let rank: TermRank

    init(_ request: SearchRequest, in store: RedisSessionStore) {
        self.request = request
        self.store = store
        rank = .even(terms: request.query.text.terms.count)
    }

    /// The hits among candidates, by session, in the order of the candidates.
    ///
    /// - Parameter candidates: What may be a hit; those of a session follow each other.
    /// - Returns: The sessions with hits.
    /// - Throws: A failure of the store.
    func resolve(_ candidates: [HitCandidate]) async throws -> [SessionHits] {
        guard !candidates.isEmpty else { return [] }
        var groups = try await located(candidates)
        if request.leavesCopiesToParents { groups = try await withoutCopies(groups) }
        return groups.filter { !$0.hits.isEmpty }
            .map { SessionHits(session: $0.session, hits: $0.hits) }
    }

    /// Finds out where candidates stand, and in which sessions.
    private func located(_ candidates: [HitCandidate]) async throws -> [Group] {
        let sessions = candidates.runs { $0.session == $1.session }
        var replies = try await store.pool.pipeline(sessions.flatMap(commands))[...]
        return sessions.compactMap { candidates in
            let header = replies.prefix(SessionHeader.size)
            let places = Array(replies.dropFirst(SessionHeader.size).prefix(2 * candidates.count))
            replies = replies.dropFirst(header.count + places.count)
            // What became something else meanwhile has no hits.
            guard let id = candidates.first?.session,
                let header = try? SessionHeader(header), header.exists
            else { return nil }
            return Group(
                session: header.session(id),
                hits: candidates.indices.compactMap { index in
                    hit(candidates[index], places[2 * index], places[2 * index + 1], header)
                })
        }
    }

    private func commands(_ candidates: [HitCandidate]) -> [RedisCommand] {
        guard let id = candidates.first?.session else { return [] }
        let key = RedisArgument(store.keys.messages(id))
        return SessionHeader.commands(id, store.keys)
            + candidates.flatMap { candidate in
                ["ZRANK", "ZSCORE"].map {
                    RedisCommand($0, [key, RedisArgument(candidate.member)])
                }
            }
    }

    private func hit(
        _ candidate: HitCandidate, _ index: RedisReply, _ score: RedisReply,
        _ header: SessionHeader
    ) -> SearchHit? {
        guard let index = try? index.integer(), let text = try? score.text(),
            let score = Double(text), request.query.admits(Timestamp(score: score))
        else { return nil }
        return SearchHit(
            message: StoredMessage(
                number: header.pruned + index + 1, timestamp: Timestamp(score: score),
                message: candidate.message, member: candidate.member),
            index: index, match: candidate.match,
            score: rank.score(of: candidate.match))
    }

    /// Leaves out what a branch has of its parent, as long as the parent has it.
    private func withoutCopies(_ groups: [Group]) async throws -> [Group] {
        var scores = try await store.pool.pipeline(groups.flatMap(scoresInParent))[...]
        return groups.map { group in
            guard group.session.parent != nil else { return group }
            let hits = zip(group.hits, scores).filter { hit, score in
                let score = (try? score.optionalText()).flatMap(\.self).flatMap(Double.init)
                return score.map(Timestamp.init(score:)) != hit.message.timestamp
            }
            scores = scores.dropFirst(group.hits.count)
            return Group(session: group.session, hits: hits.map(\.0))
        }
    }

    private func scoresInParent(_ group: Group) -> [RedisCommand] {
        guard let parent = group.session.parent else { return [] }
        let key = RedisArgument(store.keys.messages(parent))
        return group.hits.map {
            RedisCommand("ZSCORE", [key, RedisArgument($0.message.member)])
        }
    }
}
