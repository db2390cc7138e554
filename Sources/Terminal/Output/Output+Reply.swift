extension Output {
    /// Shows the next chunk of a reply, read as Markdown where that can be shown: at once, but for
    /// a word that may belong on the next line, and for what may still become markup.
    ///
    /// Into a file or a pipe the chunk goes as it is; where nothing is to be rendered it is only
    /// cleaned.
    ///
    /// - Parameter chunk: What comes next.
    /// - Returns: Whether there was anything to show yet.
    @discardableResult
    package func reply(_ chunk: String) -> Bool {
        stream(chunk, as: .reply)
    }

    /// Shows the next chunk of what the model thinks, on standard error: it is not the reply.
    package func thinking(_ chunk: String) {
        _ = stream(chunk, as: .thinking)
    }

    /// Shows the next chunk of what another program says: cleaned, and else as it is.
    package func programText(_ chunk: String) {
        _ = stream(chunk, as: .reply, .exact)
    }

    /// Shows a word that is held back; for a pause in the middle of a reply.
    package func flushReply() {
        update { $0.flushReply() }
    }

    /// Ends the reply and its line.
    package func endReply() {
        update { $0.endReply() }
    }

    private func stream(
        _ chunk: String, as style: Style, _ form: StreamedText.Form? = nil
    ) -> Bool {
        guard !chunk.isEmpty else { return false }
        return update { state in
            state.endReply(unless: style)
            var text = state.reply ?? state.begin(style, form)
            // What is held is changed in place only while nobody else has it.
            state.reply = nil
            let traits = state.screen.traits(of: text.stream)
            let shown = traits.isTerminal ? text.add(chunk, traits: traits) : chunk
            state.screen.write(shown, to: text.stream)
            state.reply = text
            return !shown.isEmpty
        }
    }
}

extension Output.State {
    /// Begins a text.
    fileprivate func begin(_ style: Style, _ form: StreamedText.Form?) -> StreamedText {
        let stream = StreamedText(as: style).stream
        let usual = style == .reply ? replyForm(traits: screen.traits(of: stream)) : .prose
        return StreamedText(as: style, form ?? usual)
    }

    /// How replies are set on a stream.
    func replyForm(traits: TerminalTraits) -> StreamedText.Form {
        rendersMarkdown && traits.hasColour ? .markdown : .exact
    }

    /// Shows a word that is held back.
    fileprivate mutating func flushReply() {
        guard let stream = reply?.stream else { return }
        let held = reply?.flush(traits: screen.traits(of: stream))
        screen.write(held ?? "", to: stream)
    }

    /// Ends a text of another style, and leaves a line free between the two.
    fileprivate mutating func endReply(unless style: Style) {
        guard let last = reply, last.style != style else { return }
        endReply()
        let next = StreamedText(as: style).stream
        if screen.isShared(last.stream, with: next) { screen.write("\n", to: last.stream) }
    }

    /// Shows all that is held back and ends the line.
    fileprivate mutating func endReply() {
        guard var text = reply else { return }
        screen.write(text.finish(traits: screen.traits(of: text.stream)), to: text.stream)
        screen.startLine(on: text.stream)
        reply = nil
    }
}

extension StreamedText {
    /// Where the text goes.
    var stream: OutputStreamKind { style == .reply ? .standardOutput : .standardError }
}
