/// An option that cannot be set as it was typed.
public struct ModelOptionError: ChatFailure, Hashable {
    /// Options are arguments, so the kind is that of a usage error.
    public var kind: ChatFailureKind { .usage }
    /// What is wrong with the option.
    public let description: String
    /// What to type instead.
    public let hint: String?

    private init(_ description: String, hint: String?) {
        self.description = description
        self.hint = hint
    }

    /// There is no `=` in it.
    static func noValue(_ text: String) -> ModelOptionError {
        ModelOptionError(
            "The option \(text) has no value.", hint: "Write it as name=value: temperature=0.2.")
    }

    /// Ollama has no option of this name.
    static func unknown(_ name: String, nearest: String?) -> ModelOptionError {
        guard let nearest else {
            return ModelOptionError(
                "There is no option \(name).",
                hint: "Options are temperature, num_ctx, seed, stop and others that Ollama knows.")
        }
        return ModelOptionError(
            "There is no option \(name); did you mean \(nearest)?", hint: nil)
    }

    /// The value is not of the option's kind.
    static func wrongValue(
        _ option: ModelOption, _ text: String, wants: String
    ) -> ModelOptionError {
        ModelOptionError(
            text.isEmpty
                ? "The option \(option.name) has no value."
                : "The option \(option.name) cannot be \(text).",
            hint: "It takes \(wants). \(option.summary)")
    }

    /// The number is below the least or above the greatest that the option takes.
    static func outOfRange(_ option: ModelOption, _ text: String) -> ModelOptionError {
        let words = [
            option.least.map { "at least \(Int($0))" },
            option.greatest.map { "at most \(Int($0))" },
        ]
        return ModelOptionError(
            "The option \(option.name) cannot be \(text).",
            hint: "It is \(words.compactMap(\.self).joined(separator: " and ")). \(option.summary)")
    }

    /// `num_predict` was set to 0.
    static let unlimitedPrediction = ModelOptionError(
        "The option num_predict cannot be 0: Ollama would take it for no limit at all.",
        hint: "Use -1 for no limit.")
}
