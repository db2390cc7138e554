import Chat

/// A model as `--json` shows it: all that is known, `null` where nothing is.
struct ModelDetailsJSON: Encodable {
    private let model: String
    private let details: ModelDetails

    init(_ model: String, _ details: ModelDetails) {
        self.model = model
        self.details = details
    }

    private enum Key: String, CodingKey {
        case model, architecture, quantization, capabilities, parameters, system, template, license
        case parameterSize = "parameter_size"
        case contextLength = "context_length"
    }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(model, forKey: .model)
        try object.encode(details.architecture, forKey: .architecture)
        try object.encode(details.parameterSize, forKey: .parameterSize)
        try object.encode(details.quantization, forKey: .quantization)
        try object.encode(details.contextLength, forKey: .contextLength)
        try object.encode(details.capabilities, forKey: .capabilities)
        try object.encode(details.parameters, forKey: .parameters)
        try object.encode(details.system, forKey: .system)
        try object.encode(details.template, forKey: .template)
        try object.encode(details.license, forKey: .license)
    }
}
