extension Output {
    /// Shows what a command answers, as lines: a newline is added where it has none at its end.
    ///
    /// Text for programs, as JSON, is not broken at words: it may be copied.
    package func result(_ text: StyledText) {
        update { state in
            let traits = state.screen.traits(of: .standardOutput)
            state.show(traits.isTerminal ? traits.renderer.render(text) : text.plain)
        }
    }

    /// Leaves a line free on a terminal, to part what was said from what comes.
    package func blankLine() {
        update { state in
            if state.screen.traits(of: .standardOutput).isTerminal { state.show("\n") }
        }
    }

    /// Shows what a command answers, as lines.
    package func result(_ text: String) {
        result(StyledText(text))
    }

    /// Shows prose that a command answers, as a message of the past: it is broken at words.
    package func prose(_ text: String, as style: Style = .reply) {
        update { state in
            let traits = state.screen.traits(of: .standardOutput)
            guard traits.isTerminal else { return state.show(text) }
            state.show(StreamedText.whole(text, as: style, traits: traits))
        }
    }

    /// Shows a reply of the past, as replies are shown.
    package func pastReply(_ text: String) {
        update { state in
            let traits = state.screen.traits(of: .standardOutput)
            guard traits.isTerminal else { return state.show(text) }
            let form = state.replyForm(traits: traits)
            state.show(StreamedText.whole(text, as: .reply, form, traits: traits))
        }
    }

    /// Shows a table: cut to the width of a terminal, in full elsewhere.
    package func table(_ table: TextTable) {
        update { state in
            let traits = state.screen.traits(of: .standardOutput)
            let lines = table.lines(
                width: traits.columns, renderer: traits.renderer, ellipsis: traits.ellipsis)
            if !lines.isEmpty { state.show(lines.joined(separator: "\n")) }
        }
    }
}

extension Output.State {
    /// Writes lines of an answer.
    fileprivate mutating func show(_ lines: String) {
        interruptReply(for: .standardOutput)
        screen.writeLines(lines, to: .standardOutput)
    }
}
