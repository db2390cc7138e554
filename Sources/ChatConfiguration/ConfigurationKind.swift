package import Chat

/// What values a key takes.
package enum ConfigurationKind: Hashable, Sendable {
    /// Any text but an empty one.
    case text
    /// A template of a prompt.
    case prompt
    /// A text that is sent in a header.
    case secret
    /// `true` or `false`.
    case boolean
    /// A number from 1 up.
    case count
    /// A number from 5 to 95.
    case percent
    /// How long something lives.
    case duration
    /// How long a model stays in memory.
    case keepAlive
    /// The address of a server.
    case address
    /// The beginning of keys.
    case namespace
    /// One of some words.
    case word([String])
    /// Names and values of headers.
    case headers
    /// The value of a model option.
    case option(ModelOption)
}

extension ConfigurationKind {
    /// Reads a value from a text, as a variable or an option has it.
    func value(of text: String) throws(ValueProblem) -> ConfigurationValue {
        switch self {
        case .text, .address:
            if text.isEmpty { throw problem }
            return .text(text)
        case .prompt:
            guard PromptTemplate(text) != nil else { throw problem }
            return .text(text)
        case .secret:
            guard HeaderText.isValue(text) else { throw problem }
            return .text(text)
        case .boolean:
            switch text.lowercased() {
            case "true", "on", "yes", "1": return .boolean(true)
            case "false", "off", "no", "0": return .boolean(false)
            default: throw problem
            }
        case .count:
            guard let count = Int(text), count > 0 else { throw problem }
            return .count(count)
        case .percent:
            guard let count = Int(text), (5...95).contains(count) else { throw problem }
            return .count(count)
        case .duration:
            guard let value = TimeToLive(text: text) else { throw problem }
            return .timeToLive(value)
        case .keepAlive:
            guard let value = Self.keepAlive(text) else { throw problem }
            return .keepAlive(value)
        case .namespace:
            guard SessionID(text) != nil else { throw problem }
            return .text(text)
        case .word(let words):
            guard words.contains(text) else { throw problem }
            return .text(text)
        case .headers: return .headers(try HeaderText.parse(text))
        case .option(let option): return .option(try Self.optionValue(option, text))
        }
    }

    /// Reads a value of the file.
    func value(of value: TOMLEntry.Value) throws(ValueProblem) -> ConfigurationValue {
        switch (self, value) {
        case (.boolean, .boolean(let isOn)): return .boolean(isOn)
        case (.duration, .integer(let number)), (.keepAlive, .integer(let number)),
            (.count, .integer(let number)), (.percent, .integer(let number)):
            return try self.value(of: "\(number)")
        case (.text, .text(let text)), (.prompt, .text(let text)), (.secret, .text(let text)),
            (.address, .text(let text)),
            (.namespace, .text(let text)), (.word, .text(let text)), (.duration, .text(let text)),
            (.keepAlive, .text(let text)):
            return try self.value(of: text)
        case (.option(let option), _): return try optionValue(option, value)
        default: throw problem
        }
    }

    /// What is wrong with a value that it does not take.
    var problem: ValueProblem {
        switch self {
        case .text, .secret, .headers: ValueProblem("no text that can be used")
        case .prompt:
            ValueProblem(
                "no template of a prompt",
                "It may have "
                    + PromptTemplate.Value.allCases.map { "{{\($0.rawValue)}}" }
                    .joined(separator: ", ") + ".")
        case .boolean: ValueProblem("neither true nor false", "Set it to true or false.")
        case .count: ValueProblem("no number from 1 up", "Set it to a number such as 20.")
        case .percent: ValueProblem("no number from 5 to 95", "Set it to a number of percent.")
        case .duration:
            ValueProblem(
                "no duration",
                "Set it to a number of seconds, or to something like 30m, 12h, 7d or 2w, or to "
                    + "keep.")
        case .keepAlive:
            ValueProblem(
                "no duration",
                "Set it to a number of seconds, or to something like 30m or 12h, to 0 for not at "
                    + "all, or to -1 for ever.")
        case .address: ValueProblem("no address", "Write it as a URL.")
        case .namespace:
            ValueProblem("no namespace", "It has up to 64 letters, digits, - and _.")
        case .word(let words):
            ValueProblem(
                "no word that it takes", "Set it to \(words.alternatives).")
        case .option: ValueProblem("not what the option takes")
        }
    }

    private static func keepAlive(_ text: String) -> Duration? {
        guard
            case .integer(let seconds)? = try? ModelOption.parse(name: "keep_alive", value: text)
                .value
        else { return nil }
        return .seconds(seconds)
    }

    private func optionValue(
        _ option: ModelOption, _ value: TOMLEntry.Value
    ) throws(ValueProblem) -> ConfigurationValue {
        switch (option.kind, value) {
        case (_, .text(let text)) where option.words.contains(text):
            return try self.value(of: text)
        case (_, .texts(let texts)) where texts.count == 1 && option.words.contains(texts[0]):
            return try self.value(of: texts[0])
        case (.duration, .integer), (.duration, .text),
            (.boolean, .boolean), (.integer, .integer), (.number, .integer), (.number, .number):
            return try self.value(of: value.text)
        case (.texts, .text(let text)) where !text.isEmpty: return .option(.texts([text]))
        case (.texts, .texts(let texts)) where !texts.isEmpty: return .option(.texts(texts))
        default: throw problem(of: option)
        }
    }

    private func problem(of option: ModelOption) -> ValueProblem {
        let wanted =
            switch option.kind {
            case .boolean: (["true", "false"] + option.words).alternatives
            case .integer: "a whole number"
            case .number: "a number"
            case .texts: "a text, or a list of texts"
            case .duration: "a number of seconds, or something like 30m"
            }
        return ValueProblem("not what the option takes", "It takes \(wanted). \(option.summary)")
    }

    private static func optionValue(
        _ option: ModelOption, _ text: String
    ) throws(ValueProblem) -> OptionValue {
        do {
            return try ModelOption.parse(name: option.name, value: text).value
        } catch {
            throw ValueProblem("not what the option takes", error.hint)
        }
    }
}

/// What is wrong with a value.
struct ValueProblem: Error, Hashable {
    /// What it is instead, for the end of a sentence: `no duration`.
    let words: String
    /// What to write.
    let hint: String?

    /// Describes a problem.
    init(_ words: String, _ hint: String? = nil) {
        self.words = words
        self.hint = hint
    }
}
