/// A model as a server lists it.
public struct ModelSummary: Hashable, Sendable {
    /// The full name, with the tag: `llama3.2:latest`.
    public var name: String
    /// The digest of its weights.
    public var digest: String
    /// Bytes on disk.
    public var size: Int64
    /// The number of parameters as the server words it: `3.2B`.
    public var parameterSize: String?
    /// The kind of quantization: `Q4_K_M`.
    public var quantization: String?
    /// The context window that it was trained for, in tokens, where the server lists it.
    public var contextLength: Int?

    /// Makes a summary.
    public init(
        name: String, digest: String, size: Int64, parameterSize: String? = nil,
        quantization: String? = nil, contextLength: Int? = nil
    ) {
        self.name = name
        self.digest = digest
        self.size = size
        self.parameterSize = parameterSize
        self.quantization = quantization
        self.contextLength = contextLength
    }
}

/// What a server knows of one model.
public struct ModelDetails: Hashable, Sendable {
    /// The context window that it was trained for, in tokens.
    public var contextLength: Int?
    /// What it can do, such as `completion`, `vision`, `thinking` and `tools`.
    public var capabilities: [String]
    /// Options that its author set, as the server words them.
    public var parameters: String?
    /// The system prompt that its author set.
    public var system: String?

    /// Makes details.
    public init(
        contextLength: Int? = nil, capabilities: [String] = [], parameters: String? = nil,
        system: String? = nil
    ) {
        self.contextLength = contextLength
        self.capabilities = capabilities
        self.parameters = parameters
        self.system = system
    }
}

/// A model that is in memory.
public struct LoadedModel: Hashable, Sendable {
    /// The full name, with the tag.
    public var name: String
    /// The digest of its weights.
    public var digest: String?
    /// The context window that is really allocated, in tokens.
    public var contextLength: Int?

    /// Makes a loaded model.
    public init(name: String, digest: String? = nil, contextLength: Int? = nil) {
        self.name = name
        self.digest = digest
        self.contextLength = contextLength
    }
}
