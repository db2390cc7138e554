/// Choices in JSON: the timestamps of the messages, as the messages have them.
package struct ChoicesRecord: Codable {
    private let always: [String]?
    private let never: [String]?
    private let compacts: Bool?

    /// Takes choices.
    package init(_ choices: ContextChoices) {
        always = Self.texts(choices.always)
        never = Self.texts(choices.never)
        compacts = choices.compacts
    }

    /// The choices; what is no timestamp is passed over.
    package var choices: ContextChoices {
        ContextChoices(
            always: Self.moments(always), never: Self.moments(never), compacts: compacts)
    }

    private static func texts(_ moments: Set<Timestamp>) -> [String]? {
        moments.isEmpty ? nil : moments.sorted().map(\.text)
    }

    private static func moments(_ texts: [String]?) -> Set<Timestamp> {
        Set((texts ?? []).compactMap { Timestamp(text: $0) })
    }
}
