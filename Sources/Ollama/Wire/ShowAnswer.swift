import Chat

/// The answer of `/api/show`.
struct ShowAnswer: Decodable {
    /// Facts about the weights, of which two are read: their architecture, and under its name the
    /// context window that it was trained for.
    struct Info: Decodable {
        /// The kind of model.
        var architecture: String?
        /// The context window, in tokens.
        var contextLength: Int?

        private struct Key: CodingKey {
            let stringValue: String
            var intValue: Int? { nil }

            init(stringValue: String) { self.stringValue = stringValue }
            init?(intValue: Int) { nil }
        }

        /// Reads the two facts.
        init(from decoder: any Decoder) throws {
            let facts = try decoder.container(keyedBy: Key.self)
            let name = Key(stringValue: "general.architecture")
            guard let architecture = try? facts.decodeIfPresent(String.self, forKey: name) else {
                return
            }
            self.architecture = architecture
            let key = Key(stringValue: "\(architecture).context_length")
            contextLength = try? facts.decodeIfPresent(Int.self, forKey: key)
        }
    }

    /// What the server says of the kind of model.
    struct Kind: Decodable {
        /// The number of parameters: `3.2B`.
        var parameterSize: String?
        /// The kind of quantization: `Q4_K_M`.
        var quantization: String?

        private enum CodingKeys: String, CodingKey {
            case parameterSize = "parameter_size"
            case quantization = "quantization_level"
        }
    }

    /// Facts about the weights.
    var info: Info?
    /// The kind of model.
    var kind: Kind?
    /// What the model can do.
    var capabilities: [String]?
    /// Options that its author set.
    var parameters: String?
    /// The system prompt that its author set.
    var system: String?
    /// How messages become the text that the model reads.
    var template: String?
    /// The terms under which it may be used.
    var license: String?

    private enum CodingKeys: String, CodingKey {
        case capabilities, parameters, system, template, license
        case info = "model_info"
        case kind = "details"
    }

    /// The answer for the rest of the program.
    var details: ModelDetails {
        ModelDetails(
            architecture: info?.architecture, parameterSize: kind?.parameterSize,
            quantization: kind?.quantization, contextLength: info?.contextLength,
            capabilities: capabilities ?? [], parameters: parameters, system: system,
            template: template, license: license)
    }
}
