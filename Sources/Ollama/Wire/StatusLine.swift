/// One line of the answer of a request that takes its time, such as `/api/create`.
struct StatusLine: Decodable {
    /// What the server is doing.
    var status: String?
    /// What went wrong.
    var error: ServerWords?

    /// Whether the server has done what it was asked for.
    var isLast: Bool { status == "success" }
}
