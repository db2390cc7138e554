/// A text that arrives in chunks and is made ready for a terminal: cleaned, wrapped and styled.
struct StreamedText: Sendable {
    /// What the text means.
    let style: Style
    private var sanitizer = Sanitizer()
    private var wrapper = WordWrapper()

    /// Makes the beginning of a text.
    init(as style: Style) {
        self.style = style
    }

    /// Takes the next chunk and gives back what can be printed now.
    mutating func add(_ chunk: String, traits: TerminalTraits) -> String {
        let clean = sanitizer.clean(chunk)
        return traits.renderer.renderLines(wrapper.wrap(clean, width: traits.columns), as: style)
    }

    /// Gives out the word that is held back.
    mutating func flush(traits: TerminalTraits) -> String {
        traits.renderer.renderLines(wrapper.flush(), as: style)
    }

    /// The column after everything printed.
    var column: Int { wrapper.printedColumn }

    /// Is told that somebody else has ended the line on the screen.
    mutating func moveToFreshLine() {
        wrapper.moveToFreshLine()
    }

    /// Ends the text and gives back what is still to be printed.
    mutating func finish(traits: TerminalTraits) -> String {
        let rest = sanitizer.finish()
        return add(rest, traits: traits) + flush(traits: traits)
    }

    /// Makes a whole text ready.
    static func whole(_ text: String, as style: Style, traits: TerminalTraits) -> String {
        let wrapped = WordWrapper.wrap(Sanitizer.clean(text), width: traits.columns)
        return traits.renderer.renderLines(wrapped, as: style)
    }
}

extension StyleRenderer {
    /// Renders each line by itself, so that newlines stay outside of the sequences.
    func renderLines(_ text: String, as style: Style) -> String {
        guard text.utf8.contains(0x0A) else { return render(text, as: style) }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.map { render(String($0), as: style) }.joined(separator: "\n")
    }

    /// Cleans and renders a text whose parts have different meanings.
    func render(_ text: StyledText) -> String {
        text.spans.reduce(into: "") { result, span in
            let clean = Sanitizer.clean(span.text)
            result += span.style.map { renderLines(clean, as: $0) } ?? clean
        }
    }
}
