/// What a piece of Markdown means; several meanings may hold at once.
package struct MarkdownStyle: OptionSet, Hashable, Sendable {
    /// The meanings as bits.
    package let rawValue: UInt32

    /// Makes a set of meanings from bits.
    package init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// Strong text, `**so**`.
    package static let strong = MarkdownStyle(rawValue: 1 << 0)
    /// Text with emphasis, `*so*`.
    package static let emphasis = MarkdownStyle(rawValue: 1 << 1)
    /// Text that is struck out, `~~so~~`.
    package static let strike = MarkdownStyle(rawValue: 1 << 2)
    /// Code, in a line or in a block.
    package static let code = MarkdownStyle(rawValue: 1 << 3)
    /// The text of a link.
    package static let link = MarkdownStyle(rawValue: 1 << 4)
    /// A heading.
    package static let heading = MarkdownStyle(rawValue: 1 << 5)
    /// A heading of the first level.
    package static let title = MarkdownStyle(rawValue: 1 << 6)
    /// The mark of a list item.
    package static let marker = MarkdownStyle(rawValue: 1 << 7)
    /// The language of a block of code.
    package static let label = MarkdownStyle(rawValue: 1 << 8)
    /// A word of a programming language.
    package static let keyword = MarkdownStyle(rawValue: 1 << 9)
    /// A text in code.
    package static let string = MarkdownStyle(rawValue: 1 << 10)
    /// A comment in code.
    package static let comment = MarkdownStyle(rawValue: 1 << 11)
    /// A number or another value in code.
    package static let value = MarkdownStyle(rawValue: 1 << 12)
    /// The name of a setting, a field or a variable in code.
    package static let name = MarkdownStyle(rawValue: 1 << 13)
    /// A line that was added.
    package static let added = MarkdownStyle(rawValue: 1 << 14)
    /// A line that was removed.
    package static let removed = MarkdownStyle(rawValue: 1 << 15)
}
