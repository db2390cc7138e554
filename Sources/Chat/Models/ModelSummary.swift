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
    /// What it can do, where the server lists it: `completion`, `embedding`.
    public var capabilities: [String]?

    /// Makes a summary.
    public init(
        name: String, digest: String, size: Int64, parameterSize: String? = nil,
        quantization: String? = nil, contextLength: Int? = nil, capabilities: [String]? = nil
    ) {
        self.name = name
        self.digest = digest
        self.size = size
        self.capabilities = capabilities
        self.parameterSize = parameterSize
        self.quantization = quantization
        self.contextLength = contextLength
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
    /// Bytes in memory.
    public var size: Int64?
    /// Bytes in the memory of a graphics processor.
    public var sizeOnGPU: Int64?
    /// When the server lets it go, unless it is used again.
    public var expiresAt: Timestamp?

    /// Makes a loaded model.
    public init(
        name: String, digest: String? = nil, contextLength: Int? = nil, size: Int64? = nil,
        sizeOnGPU: Int64? = nil, expiresAt: Timestamp? = nil
    ) {
        self.name = name
        self.digest = digest
        self.contextLength = contextLength
        self.size = size
        self.sizeOnGPU = sizeOnGPU
        self.expiresAt = expiresAt
    }
}
