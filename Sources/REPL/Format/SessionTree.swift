import Chat

/// A family of sessions as a tree of lines.
struct SessionTree {
    /// A session, and what stands in front of it.
    struct Row {
        /// The lines of the tree up to the session.
        let rails: String
        /// The session.
        let session: Session
    }

    /// The rows, parents before their branches.
    private(set) var rows: [Row] = []
    private let children: [SessionID: [Session]]

    /// Lays a family out.
    ///
    /// - Parameter family: The first session, and its branches.
    init(_ family: [Session]) {
        children = Dictionary(grouping: family.dropFirst()) { $0.parent ?? $0.id }
        if let first = family.first { add(first, rails: "", indent: "") }
    }

    /// The sessions from the first one to one of the family.
    func path(to id: SessionID) -> Set<SessionID> {
        let parents = Dictionary(
            rows.compactMap { row in row.session.parent.map { (row.session.id, $0) } },
            uniquingKeysWith: { first, _ in first })
        var path: Set<SessionID> = [id]
        var next = parents[id]
        while let parent = next, path.insert(parent).inserted { next = parents[parent] }
        return path
    }

    private mutating func add(_ session: Session, rails: String, indent: String) {
        rows.append(Row(rails: rails, session: session))
        let branches = children[session.id] ?? []
        for (index, branch) in branches.enumerated() {
            let isLast = index == branches.count - 1
            add(
                branch, rails: indent + (isLast ? "└─ " : "├─ "),
                indent: indent + (isLast ? "   " : "│  "))
        }
    }
}
