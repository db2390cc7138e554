/// Writes styles as the SGR sequences of ECMA-48.
///
/// It uses the sixteen named colours only, so that the person's own theme decides how they look,
/// and each text switches its attributes off again, so that nothing leaks when a reply is cut.
package struct ANSIRenderer: StyleRenderer {
    /// Makes the renderer.
    package init() {}

    /// The text between the sequences that switch its style on and off.
    package func render(_ text: String, as style: Style) -> String {
        guard let attributes = Self.attributes(of: style), !text.isEmpty else { return text }
        return "\u{1B}[\(attributes)m\(text)\u{1B}[0m"
    }

    private static func attributes(of style: Style) -> String? {
        switch style {
        case .reply, .notice: nil
        case .prompt: "1;32"
        case .thinking, .faint: "2"
        case .warning: "33"
        case .error: "1;31"
        case .hint, .label: "36"
        case .added: "32"
        case .removed: "31"
        case .heading, .emphasis: "1"
        case .match: "1;33"
        }
    }
}
