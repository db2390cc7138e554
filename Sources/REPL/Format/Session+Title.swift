import Chat

extension Session {
    /// The name in quotes, cut where it is long; the id of a session without one.
    var title: String {
        name.map { "“\($0.onOneLine.shortened(to: 60))”" } ?? id.text
    }

    /// The name as lists have it, on one line.
    var listedName: String { name.map(\.onOneLine) ?? "(no name)" }
}
