/// The body of a request to `/api/pull`.
struct PullBody: Encodable {
    /// The name of the model.
    let model: String
    /// Whether it is told how far it is.
    let stream = true
}
