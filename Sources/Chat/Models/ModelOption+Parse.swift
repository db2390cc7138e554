extension ModelOption {
    /// Reads `name=value`, as it is typed on the command line or at the prompt.
    ///
    /// - Throws: ``ModelOptionError`` where the name is not known or the value is not of its kind.
    public static func parse(
        _ text: String
    ) throws(ModelOptionError) -> (name: String, value: OptionValue) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { throw .noValue(text) }
        return try parse(name: String(parts[0]), value: String(parts[1]))
    }

    /// Reads a value for an option.
    ///
    /// - Throws: ``ModelOptionError`` where the name is not known or the value is not of its kind.
    public static func parse(
        name: String, value: String
    ) throws(ModelOptionError) -> (name: String, value: OptionValue) {
        let option = try known(name.trimmingBlanks())
        return (option.name, try option.value(of: value.trimmingBlanks()))
    }

    /// The option of a name that was typed.
    ///
    /// - Throws: ``ModelOptionError`` where there is none, with the near name.
    public static func known(_ name: String) throws(ModelOptionError) -> ModelOption {
        guard let option = named(name) else {
            throw .unknown(name, nearest: NearestName.of(name, among: all.map(\.name)))
        }
        return option
    }

    /// Reads a value of this option's kind.
    func value(of text: String) throws(ModelOptionError) -> OptionValue {
        if words.contains(text.lowercased()) { return .texts([text.lowercased()]) }
        switch kind {
        case .boolean:
            switch text.lowercased() {
            case "true", "on", "yes", "1": return .boolean(true)
            case "false", "off", "no", "0": return .boolean(false)
            default: throw .wrongValue(self, text, wants: (["true", "false"] + words).alternatives)
            }
        case .integer:
            guard let number = Int(text) else {
                throw .wrongValue(self, text, wants: "a whole number")
            }
            guard takes(Double(number)) else { throw .outOfRange(self, text) }
            // Ollama takes 0 for "no limit", which is not what people who type it mean.
            if name == "num_predict", number == 0 { throw .unlimitedPrediction }
            return .integer(number)
        case .number:
            guard let number = Double(text), number.isFinite else {
                throw .wrongValue(self, text, wants: "a number")
            }
            guard takes(number) else { throw .outOfRange(self, text) }
            return .number(number)
        case .texts:
            let texts = text.split(separator: ",").map { String($0).trimmingBlanks() }
            guard !texts.isEmpty else { throw .wrongValue(self, text, wants: "a text") }
            return .texts(texts)
        case .duration:
            if let number = Int(text), number <= 0 { return .integer(number.signum()) }
            switch TimeToLive(text: text) {
            case .forever: return .integer(-1)
            case .seconds(let seconds): return .integer(seconds)
            case nil:
                throw .wrongValue(
                    self, text,
                    wants: "a number of seconds, or something like 30m or 12h, 0 or -1")
            }
        }
    }
}

extension ModelOptions {
    /// Reads options as they are typed: `name=value` each, of which the last of a name counts.
    ///
    /// - Throws: ``ModelOptionError`` where a name is not known or a value is not of its kind.
    public init(parsing texts: [String]) throws(ModelOptionError) {
        self.init()
        for text in texts {
            let (name, value) = try ModelOption.parse(text)
            self[name] = value
        }
    }
}

extension String {
    /// The text without blanks at its ends.
    fileprivate func trimmingBlanks() -> String {
        let start = drop { $0.isWhitespace }
        return String(
            start.prefix(
                upTo: start.lastIndex { !$0.isWhitespace }.map {
                    start.index(after: $0)
                } ?? start.startIndex))
    }
}
