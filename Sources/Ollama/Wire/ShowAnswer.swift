import Chat

/// The answer of `/api/show`.
struct ShowAnswer: Decodable {
    /// Facts about the weights, of which two are read: their architecture, and under its name the
    /// context window that it was trained for.
    struct Info: Decodable {
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
            let key = Key(stringValue: "\(architecture).context_length")
            contextLength = try? facts.decodeIfPresent(Int.self, forKey: key)
        }
    }

    /// Facts about the weights.
    var info: Info?
    /// What the model can do.
    var capabilities: [String]?
    /// Options that its author set.
    var parameters: String?
    /// The system prompt that its author set.
    var system: String?

    private enum CodingKeys: String, CodingKey {
        case capabilities, parameters, system
        case info = "model_info"
    }

    /// The answer for the rest of the program.
    var details: ModelDetails {
        ModelDetails(
            contextLength: info?.contextLength, capabilities: capabilities ?? [],
            parameters: parameters, system: system)
    }
}
