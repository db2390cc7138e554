/// A text that arrives in chunks and is made ready for a terminal: cleaned, set and styled.
struct StreamedText: Sendable {
    /// How a text is set.
    enum Form: Sendable {
        /// Broken at words.
        case prose
        /// Read as Markdown, and broken at words.
        case markdown
        /// Left as it is.
        case exact
    }

    /// What the text means.
    let style: Style
    private let form: Form
    private var sanitizer = Sanitizer()
    private var wrapper = WordWrapper()
    private var typesetter = MarkdownTypesetter()
    private var columns: Int?

    /// Makes the beginning of a text.
    init(as style: Style, _ form: Form = .prose) {
        self.style = style
        self.form = form
    }

    /// Takes the next chunk and gives back what can be printed now.
    mutating func add(_ chunk: String, traits: TerminalTraits) -> String {
        let clean = sanitizer.clean(chunk)
        columns = traits.columns
        if form == .markdown { return typesetter.add(clean, traits: traits) }
        let width = form == .exact ? nil : columns
        return traits.renderer.renderLines(wrapper.wrap(clean, width: width), as: style)
    }

    /// Gives out the word that is held back.
    mutating func flush(traits: TerminalTraits) -> String {
        if form == .markdown { return typesetter.flush() }
        return traits.renderer.renderLines(wrapper.flush(), as: style)
    }

    /// The column after everything printed.
    var column: Int {
        switch form {
        case .markdown: typesetter.column
        case .prose: wrapper.printedColumn
        case .exact: wrapper.printedColumn % max(1, columns ?? .max)
        }
    }

    /// Is told that somebody else has ended the line on the screen.
    mutating func moveToFreshLine() {
        wrapper.moveToFreshLine()
        typesetter.moveToFreshLine()
    }

    /// Ends the text and gives back what is still to be printed.
    mutating func finish(traits: TerminalTraits) -> String {
        let rest = add(sanitizer.finish(), traits: traits)
        return rest
            + (form == .markdown ? typesetter.finish(traits: traits) : flush(traits: traits))
    }

    /// Makes a whole text ready.
    static func whole(
        _ text: String, as style: Style, _ form: Form = .prose, traits: TerminalTraits
    ) -> String {
        if form == .prose {
            let wrapped = WordWrapper.wrap(Sanitizer.clean(text), width: traits.columns)
            return traits.renderer.renderLines(wrapped, as: style)
        }
        var streamed = StreamedText(as: style, form)
        return streamed.add(text, traits: traits) + streamed.finish(traits: traits)
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
