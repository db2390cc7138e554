/// Options for a model, by their Ollama names.
public struct ModelOptions: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    /// The values by option name.
    public private(set) var values: [String: OptionValue]

    /// Makes options from values that are known to be good.
    public init(_ values: [String: OptionValue] = [:]) {
        self.values = values
    }

    /// Makes options from a literal.
    public init(dictionaryLiteral elements: (String, OptionValue)...) {
        self.values = Dictionary(elements) { _, last in last }
    }

    /// Whether no option is set.
    public var isEmpty: Bool { values.isEmpty }

    /// The value of an option.
    public subscript(name: String) -> OptionValue? {
        get { values[name] }
        set { values[name] = newValue }
    }

    /// Whether the window is to grow with its conversation.
    public var hasGrowingWindow: Bool { self["num_ctx"] == .automatic }

    /// The options that a server takes among its `options`.
    package var ofServer: [String: OptionValue] {
        values.filter { name, value in
            ModelOption.named(name)?.scope != .request
                && !(name == "num_ctx" && value == .automatic)
        }
    }

    /// These options, with those of another set taking precedence.
    public func merging(_ other: ModelOptions) -> ModelOptions {
        ModelOptions(values.merging(other.values) { _, theirs in theirs })
    }
}
