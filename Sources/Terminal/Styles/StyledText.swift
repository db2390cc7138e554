/// A text whose parts have different meanings, as `"There are " + .emphasis("3") + " sessions."`.
package struct StyledText: Hashable, Sendable, ExpressibleByStringLiteral {
    /// A piece of text with one meaning.
    package struct Span: Hashable, Sendable {
        /// The text, as it was said: it is cleaned when it is shown.
        package var text: String
        /// What the text means.
        package var style: Style?
    }

    /// The pieces, in order.
    package private(set) var spans: [Span]

    /// Makes a text with one meaning, or with none.
    package init(_ text: String, as style: Style? = nil) {
        spans = [Span(text: text, style: style)]
    }

    /// Makes a text without a meaning of its own.
    package init(stringLiteral text: String) {
        self.init(text)
    }

    /// The title of a list or a section.
    package static func heading(_ text: String) -> StyledText { StyledText(text, as: .heading) }
    /// A word that matters in its sentence.
    package static func emphasis(_ text: String) -> StyledText { StyledText(text, as: .emphasis) }
    /// The name of a value.
    package static func label(_ text: String) -> StyledText { StyledText(text, as: .label) }
    /// Something that is there for those who look for it.
    package static func faint(_ text: String) -> StyledText { StyledText(text, as: .faint) }

    /// Joins two texts.
    package static func + (left: StyledText, right: StyledText) -> StyledText {
        var joined = left
        joined.spans += right.spans
        return joined
    }

    /// Appends a text.
    package static func += (left: inout StyledText, right: StyledText) {
        left.spans += right.spans
    }

    /// The text without its meanings.
    package var plain: String { spans.reduce(into: "") { $0 += $1.text } }
}
