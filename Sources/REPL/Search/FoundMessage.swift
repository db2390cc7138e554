import Chat
import Search

/// A message in the list that was shown last.
struct FoundMessage: Hashable, Sendable {
    /// Its session.
    let session: SessionID
    /// What it is recognised by in the session.
    let timestamp: Timestamp
    /// Its number in the session.
    let number: Int
    /// How it begins where the words are.
    let excerpt: String

    /// Takes a hit.
    init(_ hit: SearchHit, in session: Session) {
        self.session = session.id
        timestamp = hit.message.timestamp
        number = hit.message.number
        excerpt =
            MatchExcerpt(
                of: hit.message.message?.content ?? "", hits: hit.match.hits, size: 40
            ).text
    }
}
