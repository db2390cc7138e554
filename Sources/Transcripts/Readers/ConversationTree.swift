import Chat

/// A conversation in which messages can have several answers, as a main path and branches.
struct ConversationTree {
    /// One place of the tree.
    struct Node {
        /// What is said there.
        enum Content {
            /// Nothing that is worth to keep.
            case nothing
            /// What a model thought; it goes with its next message.
            case thinking(String)
            /// A message.
            case message(Message, said: Timestamp?)
        }

        /// The place before it.
        var parent: String?
        /// What is said there.
        var content: Content
    }

    private var nodes: [String: Node] = [:]
    private var order: [String] = []
    private var images: [String: [UInt8]] = [:]
    private var owners: [String: (conversation: Int, position: Int)] = [:]
    private let template: ConversationBuilder
    private var builders: [ConversationBuilder] = []
    /// How many messages there are up to each place of the path that is being followed.
    private var positions: [String: Int] = [:]

    /// Begins a tree whose conversations are described like a builder's.
    init(describedBy template: ConversationBuilder) {
        self.template = template
    }

    /// Adds a place.
    mutating func add(_ node: Node, id: String) {
        if nodes.updateValue(node, forKey: id) == nil { order.append(id) }
    }

    /// Adds an image that the message of a place refers to.
    mutating func add(_ image: InlineImage) { images[image.digest] = image.bytes }

    /// The main path first, which leads to the current place, then each branch behind the path
    /// that it leaves.
    ///
    /// - Parameter current: The last place of the main path, if the file has a good one.
    /// - Returns: The builders of the conversations.
    mutating func conversations(current: String?) -> [ConversationBuilder] {
        let parents = Set(nodes.values.compactMap(\.parent))
        let leaves = order.filter { !parents.contains($0) }
        let main = current.flatMap { nodes[$0] == nil ? nil : $0 } ?? leaves.last
        for leaf in [main].compactMap(\.self) + leaves { follow(leaf) }
        return builders.isEmpty ? [template] : builders
    }

    /// Makes a conversation of the path that leads to a place, from where it leaves another one.
    private mutating func follow(_ leaf: String) {
        var path: [String] = []
        var seen: Set<String> = []
        var next: String? = leaf
        while let id = next, let node = nodes[id], owners[id] == nil, seen.insert(id).inserted {
            path.append(id)
            next = node.parent
        }
        guard !path.isEmpty else { return }
        let fork = next.flatMap { owners[$0] }
        var builder = template
        if let fork {
            builder.fork(from: fork.conversation, at: fork.position)
            builder.rename(SessionName.branch(of: builders.last?.conversation.name))
        }
        let position = fill(&builder, with: path.reversed(), from: fork?.position ?? 0)
        let isKept = position > fork?.position ?? 0
        // A path without messages of its own is no branch, but others may still leave it.
        let owner = isKept ? builders.count : fork?.conversation ?? 0
        for (id, place) in positions { owners[id] = (owner, place) }
        positions = [:]
        if isKept { builders.append(builder) }
    }

    /// Adds the messages of a path, and notes how many there are up to each place.
    private mutating func fill(
        _ builder: inout ConversationBuilder, with path: some Sequence<String>, from start: Int
    ) -> Int {
        var position = start
        var thinking: String?
        for id in path {
            switch nodes[id]?.content {
            case .thinking(let text): thinking = thinking.map { "\($0)\n\n\(text)" } ?? text
            case .message(var message, let said):
                if message.role == .assistant, message.thinking == nil {
                    message.thinking = thinking
                    thinking = nil
                }
                guard builder.add(message, said: said, at: position + 1) else { break }
                position += 1
                for digest in message.images {
                    if let image = images[digest] { builder.keep(image, as: digest) }
                }
            case .nothing, nil: break
            }
            positions[id] = position
        }
        return position
    }
}

extension ConversationBuilder {
    /// Gives the conversation another name.
    fileprivate mutating func rename(_ name: String?) { describe(name: name) }
}
