import Chat

extension ImportReading {
    /// Gives every conversation its digest, and its messages times in order.
    mutating func seal(now: Timestamp) {
        setDigests()
        let needs = roomForBranches()
        for index in conversations.indices {
            var repair = TimestampRepair(now: now)
            let ceiling = now.advanced(byMicroseconds: -Int64(needs[index]))
            let earlier = forkTime(of: index)
            let createdAt = conversations[index].createdAt.flatMap {
                $0.microseconds >= 0 && $0 <= now ? $0 : nil
            }
            conversations[index].createdAt = createdAt
            conversations[index].order(with: &repair, after: earlier, notAfter: ceiling)
            let count = conversations[index].count
            if count > 0, let sentence = repair.sentence(ofMessages: count) {
                report(.remark(at: conversations[index].place, sentence))
            }
        }
    }

    /// The digest of a branch goes on from that of its parent at the fork, so that it is the same
    /// whichever of the two the file takes for the main one.
    private mutating func setDigests() {
        var positions: [Int: Set<Int>] = [:]
        for case let branch? in conversations.map(\.branch) {
            positions[branch.parent, default: []].insert(branch.position)
        }
        var forks: [ImportedConversation.Branch: ContentDigest] = [:]
        for index in conversations.indices {
            if let outline = conversations[index].outline {
                conversations[index].digest = outline.digestText
                continue
            }
            let branch = conversations[index].branch
            var digest = branch.flatMap { forks[$0] } ?? ContentDigest()
            var position = branch?.position ?? 0
            let wanted = positions[index] ?? []
            if wanted.contains(position) {
                forks[.init(parent: index, position: position)] = digest
            }
            for message in conversations[index].messages {
                digest.add(message)
                position += 1
                if wanted.contains(position) {
                    forks[.init(parent: index, position: position)] = digest
                }
            }
            conversations[index].digest = digest.text
        }
    }

    /// How many moments have to be left behind each conversation for those that branch from it.
    private func roomForBranches() -> [Int] {
        var needs = Array(repeating: 0, count: conversations.count)
        for index in conversations.indices.reversed() {
            guard let branch = conversations[index].branch else { continue }
            needs[branch.parent] = max(
                needs[branch.parent], needs[index] + conversations[index].count)
        }
        return needs
    }

    private func forkTime(of index: Int) -> Timestamp? {
        guard let branch = conversations[index].branch else { return nil }
        let parent = conversations[branch.parent]
        let own = branch.position - (parent.branch?.position ?? 0)
        return own > 0 ? parent.time(at: own - 1) : forkTime(of: branch.parent)
    }
}
