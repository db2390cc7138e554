/// A model option in JSON that others may have written.
package struct OptionRecord: Codable {
    /// The value, or `nil` for one of a kind that no option has.
    let value: OptionValue?

    init(_ value: OptionValue) {
        self.value = value
    }

    /// Reads a value; a text by itself counts as several texts of one.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let value = try? container.decode(Bool.self) {
            self.value = .boolean(value)
        } else if let value = try? container.decode(Int.self) {
            self.value = .integer(value)
        } else if let value = try? container.decode(Double.self) {
            self.value = .number(value)
        } else if let value = try? container.decode([String].self) {
            self.value = .texts(value)
        } else {
            value = (try? container.decode(String.self)).map { .texts([$0]) }
        }
    }

    /// Writes the value, or `null`.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }
}

extension OptionValue: Encodable {
    /// Writes the value as the JSON that Ollama takes.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .boolean(let value): try container.encode(value)
        case .integer(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .texts(let value): try container.encode(value)
        }
    }
}

extension ModelOptions {
    /// The options as they stand in JSON.
    package var record: [String: OptionRecord] { values.mapValues(OptionRecord.init) }

    /// Reads options from JSON, without those that cannot be read.
    package init(_ record: [String: OptionRecord]) {
        self.init(record.compactMapValues(\.value))
    }
}
