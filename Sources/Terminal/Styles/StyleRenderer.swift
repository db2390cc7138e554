/// Turns a text and what it means into what is written.
package protocol StyleRenderer: Sendable {
    /// The text as it is written; `text` is clean already.
    func render(_ text: String, as style: Style) -> String
}

/// Writes every style as plain text.
package struct PlainRenderer: StyleRenderer {
    /// Makes the renderer.
    package init() {}

    /// The text as it is.
    package func render(_ text: String, as style: Style) -> String { text }
}
