/// An option that Ollama knows.
///
/// A server ignores names that it does not know, so a slip of the finger would go unnoticed; this
/// list is what options are checked against.
public struct ModelOption: Hashable, Sendable {
    /// What kind of value an option takes.
    public enum Kind: Hashable, Sendable {
        /// `true` or `false`.
        case boolean
        /// A whole number.
        case integer
        /// A number that may have a fraction.
        case number
        /// Texts, separated by commas.
        case texts
        /// How long something lasts, in seconds: 0 for not at all, -1 for ever.
        case duration
    }

    /// Where an option takes effect.
    public enum Scope: Hashable, Sendable {
        /// On the choice of tokens; changing it costs nothing.
        case sampling
        /// On the process that runs the model; changing it loads the model again.
        case runner
        /// On one request: a field of the request itself rather than one of its options.
        case request
    }

    /// The name, as Ollama spells it.
    public let name: String
    /// The kind of its value.
    public let kind: Kind
    /// Where it takes effect.
    public let scope: Scope
    /// What it does, in one line.
    public let summary: String
    /// The least number that it takes, where there is one.
    public let least: Double?
    /// The greatest number that it takes, where there is one.
    public let greatest: Double?

    /// Makes an option.
    init(
        _ name: String, _ kind: Kind, _ scope: Scope = .sampling, _ summary: String,
        from least: Double? = nil, to greatest: Double? = nil
    ) {
        self.name = name
        self.kind = kind
        self.scope = scope
        self.summary = summary
        self.least = least
        self.greatest = greatest
    }

    /// Words that it takes beside values of its kind.
    public var words: [String] {
        switch name {
        case "num_ctx": ["auto"]
        case "think": ["low", "medium", "high"]
        default: []
        }
    }

    /// Whether a number is one that it takes.
    func takes(_ number: Double) -> Bool {
        number >= least ?? -.infinity && number <= greatest ?? .infinity
    }

    /// Whether a change of it makes the server load the model again.
    public var reloadsModel: Bool { scope == .runner || name == "shift" }

    /// The option of a name.
    public static func named(_ name: String) -> ModelOption? { byName[name] }

    private static let byName = Dictionary(
        all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
}
