import Chat

/// The answer of `/api/version`.
struct VersionAnswer: Decodable {
    /// The version.
    var version: String
}

/// The answer of `/api/tags`.
struct TagsAnswer: Decodable {
    /// One model on disk.
    struct Model: Decodable {
        /// What the server says of its kind.
        struct Details: Decodable {
            /// The number of parameters: `3.2B`.
            var parameterSize: String?
            /// The kind of quantization: `Q4_K_M`.
            var quantization: String?
            /// The window that it was trained for; newer servers only.
            var contextLength: Int?

            private enum CodingKeys: String, CodingKey {
                case parameterSize = "parameter_size"
                case quantization = "quantization_level"
                case contextLength = "context_length"
            }
        }

        /// The name with its tag.
        var name: String
        /// The digest of its weights.
        var digest: String?
        /// Bytes on disk.
        var size: Int64?
        /// What kind it is.
        var details: Details?
        /// What it can do; newer servers only.
        var capabilities: [String]?

        /// The model for the rest of the program.
        var summary: ModelSummary {
            ModelSummary(
                name: name, digest: digest ?? "", size: size ?? 0,
                parameterSize: details?.parameterSize, quantization: details?.quantization,
                contextLength: details?.contextLength, capabilities: capabilities)
        }
    }

    /// The models; `null` where there are none.
    var models: [Model]?
}

/// The answer of `/api/ps`.
struct LoadedAnswer: Decodable {
    /// One model in memory.
    struct Model: Decodable {
        /// The name with its tag.
        var name: String
        /// The digest of its weights.
        var digest: String?
        /// The window that is allocated; newer servers only.
        var contextLength: Int?
        /// Bytes in memory.
        var size: Int64?
        /// Bytes in the memory of a graphics processor.
        var sizeOnGPU: Int64?
        /// When the server lets it go.
        var expiresAt: String?

        private enum CodingKeys: String, CodingKey {
            case name, digest, size
            case contextLength = "context_length"
            case sizeOnGPU = "size_vram"
            case expiresAt = "expires_at"
        }

        /// The model for the rest of the program.
        var loaded: LoadedModel {
            LoadedModel(
                name: name, digest: digest, contextLength: contextLength, size: size,
                sizeOnGPU: sizeOnGPU, expiresAt: expiresAt.flatMap(ServerTime.timestamp))
        }
    }

    /// The models; `null` where there are none.
    var models: [Model]?
}
