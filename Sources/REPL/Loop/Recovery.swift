import Chat

/// Words for what a dead program left behind.
enum Recovery {
    /// A sentence for a recovered reply.
    static func sentence(for reply: RecoveredReply) -> String {
        let size = reply.message.message?.content.count ?? 0
        let sentence = "Recovered \(size) characters of a reply that was cut off."
        guard let branch = reply.branch else {
            return "\(sentence) /continue goes on from there, /retry asks again."
        }
        return "\(sentence) Others had gone on since, so it is in the session "
            + (branch.name ?? branch.id.text)
    }
}
