/// One line of the answer of a request that takes its time, such as `/api/create` and `/api/pull`.
struct StatusLine: Decodable {
    /// What the server is doing.
    var status: String?
    /// The digest of the layer that it is about.
    var digest: String?
    /// The bytes of the layer.
    var total: Int64?
    /// The bytes of it that are there.
    var completed: Int64?
    /// What went wrong.
    var error: ServerWords?

    /// Whether the server has done what it was asked for.
    var isLast: Bool { status == "success" }
}
