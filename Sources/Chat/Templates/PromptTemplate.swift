/// What a prompt shows: a text in which `{{session}}` and the like stand for what is so now.
///
/// What is not known leaves no gap: of parts between ` · ` those vanish whose values are all
/// missing, and several spaces become one.
package struct PromptTemplate: Hashable, Sendable {
    /// What can be shown.
    package enum Value: String, CaseIterable, Sendable {
        /// The name of the session.
        case session
        /// The model.
        case model
        /// How full the context window is: `44/4096`.
        case meter
        /// The same in percent.
        case percent
        /// That the store is away, or that the session is private.
        case store
        /// `>>>`, which shows that the model is warmed up.
        case mark
    }

    /// What stands in front of the line, unless told.
    package static let left = PromptTemplate(parts: ["{{meter}} {{store}} {{mark}}"])
    /// What stands at the end of its row, unless told.
    package static let right = PromptTemplate(parts: ["{{session}}", "{{model}}"])

    private static let separator = " · "
    private let parts: [String]

    private init(parts: [String]) {
        self.parts = parts
    }

    /// Reads a template; `nil` where it names something that cannot be shown.
    package init?(_ text: String) {
        guard VariableText(text).names.allSatisfy({ Value(rawValue: $0) != nil }) else {
            return nil
        }
        var parts: [String] = []
        var rest = text[...]
        while let range = rest.firstRange(of: Self.separator) {
            parts.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        self.parts = parts + [String(rest)]
    }

    /// The template as it is written.
    package var text: String { parts.joined(separator: Self.separator) }

    /// The text with what is known in it.
    package func filled(with values: [Value: String]) -> String {
        let known = Dictionary(
            uniqueKeysWithValues: Value.allCases.map { ($0.rawValue, values[$0] ?? "") })
        let shown = parts.compactMap { part -> String? in
            let part = VariableText(part)
            if !part.names.isEmpty, part.names.allSatisfy({ known[$0]?.isEmpty != false }) {
                return nil
            }
            return part.filled(with: known)
        }
        return shown.joined(separator: Self.separator)
            .split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    }
}
