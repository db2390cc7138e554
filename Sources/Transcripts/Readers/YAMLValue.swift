/// A value of YAML.
indirect enum YAMLValue: Hashable, Sendable {
    /// A text, a number, or nothing: all are texts here.
    case scalar(String)
    /// Values in order.
    case list([YAMLValue])
    /// Values by name, in order.
    case map([Entry])

    /// A value and its name.
    struct Entry: Hashable, Sendable {
        /// The name.
        let key: String
        /// The value.
        let value: YAMLValue
    }

    /// The value of a name.
    subscript(key: String) -> YAMLValue? {
        guard case .map(let entries) = self else { return nil }
        return entries.last { $0.key == key }?.value
    }

    /// The value as a text.
    var text: String? {
        if case .scalar(let text) = self { text } else { nil }
    }

    /// The value as a list.
    var list: [YAMLValue]? {
        if case .list(let values) = self { values } else { nil }
    }
}
