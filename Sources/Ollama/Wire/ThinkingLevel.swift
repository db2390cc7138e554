import Chat

/// Whether a model thinks first, as the server is told: `true`, `false`, or how much.
struct ThinkingLevel: Encodable {
    private let value: OptionValue

    init(_ value: OptionValue) {
        self.value = value
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if case .texts(let words) = value, let word = words.first {
            try container.encode(word)
        } else {
            try container.encode(value)
        }
    }
}
