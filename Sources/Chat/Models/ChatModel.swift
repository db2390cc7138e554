/// Something that answers conversations.
public protocol ChatModel: Sendable {
    /// Asks a model.
    ///
    /// Nothing is sent before the stream is iterated. The stream ends after ``ReplyEvent/done(_:)``;
    /// one that ends without it was cut. Errors are ``ChatFailure`` values.
    func reply(to request: ChatRequest) -> ReplyStream
}

/// A server that holds models.
///
/// Errors are ``ChatFailure`` values.
public protocol ModelServer: ChatModel {
    /// The server's address, for people.
    var address: String { get }

    /// The models that the server holds, in its order.
    func models() async throws -> [ModelSummary]

    /// What the server knows of one model.
    func details(of model: String) async throws -> ModelDetails

    /// The models that are in memory now.
    func loadedModels() async throws -> [LoadedModel]

    /// Loads a model into memory, so that the first question need not wait for it.
    func load(_ model: String, options: ModelOptions) async throws

    /// Takes a model out of memory; one that is not there is no error.
    func unload(_ model: String) async throws

    /// Makes a model from another one; one that has its name already is replaced.
    ///
    /// - Parameters:
    ///   - model: What to make.
    ///   - onStatus: Told what the server is doing, in its words.
    /// - Throws: What keeps the server from making it.
    func create(
        _ model: NewModel, onStatus: @escaping @Sendable (String) async -> Void
    ) async throws

    /// Has the server fetch a model; what it has of it already is not fetched again.
    ///
    /// - Parameters:
    ///   - model: The name of the model.
    ///   - onStatus: Told how far the server is.
    /// - Throws: What keeps the server from fetching it. Where the task is cancelled, the server
    ///   stops and keeps what it has.
    func pull(
        _ model: String, onStatus: @escaping @Sendable (PullStatus) async -> Void
    ) async throws

    /// Makes vectors of texts.
    ///
    /// - Parameters:
    ///   - texts: The texts.
    ///   - model: A model that can do that.
    /// - Returns: One vector for each text, in their order.
    /// - Throws: What keeps the server from making them.
    func embed(_ texts: [String], with model: String) async throws -> Embeddings

    /// The server's version.
    func version() async throws -> String
}
