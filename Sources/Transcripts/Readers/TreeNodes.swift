/// The nodes of a tree that is being read, and what is wrong with some of them.
struct TreeNodes {
    /// The tree.
    var tree: ConversationTree
    private let place: String
    private var list = ProblemList()

    /// Begins a tree whose conversations are described like a builder's.
    init(_ template: ConversationBuilder) {
        tree = ConversationTree(describedBy: template)
        place = template.conversation.place
    }

    /// Notes that a node cannot be read, or that there are none.
    mutating func lose(_ id: String?) {
        list.add(
            id.map {
                .loss(
                    at: "\(place), node \(ImportedText.excerpt($0))",
                    "It could not be read, so it was left out.")
            } ?? .loss(at: place, "There are no messages in it that could be read."))
    }

    /// Notes that images are not in the file.
    mutating func reportImages(_ count: Int, at id: String) {
        list.add(
            .loss(
                at: "\(place), node \(ImportedText.excerpt(id))",
                count == 1
                    ? "An image was left out." : "\(count) images were left out."))
    }

    /// The conversations, with the problems in the first.
    mutating func conversations(current: String?) -> [ConversationBuilder] {
        var builders = tree.conversations(current: current)
        for problem in list.all(at: place) { builders[0].report(problem) }
        return builders
    }
}
