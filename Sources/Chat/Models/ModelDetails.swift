/// What a server knows of one model.
public struct ModelDetails: Hashable, Sendable {
    /// The kind of model, such as `llama`.
    public var architecture: String?
    /// The number of parameters as the server words it: `3.2B`.
    public var parameterSize: String?
    /// The kind of quantization: `Q4_K_M`.
    public var quantization: String?
    /// The context window that it was trained for, in tokens.
    public var contextLength: Int?
    /// What it can do, such as `completion`, `vision`, `thinking` and `tools`.
    public var capabilities: [String]
    /// Options that its author set, as the server words them: one on a line.
    public var parameters: String?
    /// The system prompt that its author set.
    public var system: String?
    /// How messages become the text that the model reads.
    public var template: String?
    /// The terms under which it may be used.
    public var license: String?

    /// Makes details.
    public init(
        architecture: String? = nil, parameterSize: String? = nil, quantization: String? = nil,
        contextLength: Int? = nil, capabilities: [String] = [], parameters: String? = nil,
        system: String? = nil, template: String? = nil, license: String? = nil
    ) {
        self.architecture = architecture
        self.parameterSize = parameterSize
        self.quantization = quantization
        self.contextLength = contextLength
        self.capabilities = capabilities
        self.parameters = parameters
        self.system = system
        self.template = template
        self.license = license
    }

    /// What the author set an option to, as the server words it; several texts are several values.
    public func values(of option: String) -> [String] {
        (parameters ?? "").split(separator: "\n").compactMap { line in
            let parts = line.split(maxSplits: 1, whereSeparator: \.isWhitespace)
            guard parts.count == 2, parts[0] == option else { return nil }
            return String(parts[1].drop(while: \.isWhitespace))
        }
    }
}
