/// Finds which conversations of a file branch from which, by the ids that they state, and takes
/// from each branch what it shares with its parent.
struct BranchLinker {
    private let given: [ImportedConversation]
    private var order: [Int] = []
    private var state: [State]

    private enum State { case new, begun, done }

    private init(_ conversations: [ImportedConversation]) {
        given = conversations
        state = Array(repeating: .new, count: conversations.count)
    }

    /// The conversations, each behind the one that it branches from.
    static func link(_ conversations: [ImportedConversation]) -> [ImportedConversation] {
        guard conversations.contains(where: { $0.statedParent != nil }) else {
            return conversations
        }
        var linker = BranchLinker(conversations)
        let parents = linker.parents()
        for index in conversations.indices { linker.place(index, parents) }
        return linker.linked(parents)
    }

    private func parents() -> [Int?] {
        var byID: [String: Int] = [:]
        for (index, conversation) in given.enumerated() {
            if let id = conversation.statedID { byID[id] = index }
        }
        return given.map { $0.statedParent.flatMap { byID[$0] } }
    }

    /// Puts a conversation behind its parent; those that are their own ancestors have none.
    private mutating func place(_ index: Int, _ parents: [Int?]) {
        var chain: [Int] = []
        var next: Int? = index
        while let current = next, state[current] == .new {
            state[current] = .begun
            chain.append(current)
            next = parents[current]
        }
        for current in chain.reversed() {
            state[current] = .done
            order.append(current)
        }
    }

    private func linked(_ parents: [Int?]) -> [ImportedConversation] {
        var newIndex = Array(repeating: -1, count: given.count)
        var result: [ImportedConversation] = []
        for old in order {
            newIndex[old] = result.count
            var conversation = given[old]
            if let parent = parents[old], newIndex[parent] >= 0, parent != old {
                let shared = given[old].sharedCount(with: given[parent])
                var branch = ImportedConversation.Branch(parent: newIndex[parent], position: shared)
                while let further = result[branch.parent].branch, shared <= further.position {
                    branch.parent = further.parent
                }
                if shared > 0 {
                    conversation.branch = branch
                    conversation.removeFirst(shared)
                }
            }
            result.append(conversation)
        }
        return result
    }
}
