extension Output {
    /// Says that something happened; left out when the output is quiet or closed.
    package func notice(_ text: String) {
        if !isSilent { say(text, as: .notice) }
    }

    /// Says in passing how things stand; left out when the output is quiet or closed.
    package func status(_ text: String) {
        if !isSilent { say(text, as: .faint) }
    }

    /// Says what to do next; left out when the output is quiet or closed.
    package func hint(_ text: String) {
        if !isSilent { say(text, as: .hint) }
    }

    /// Says that something may go wrong.
    package func warning(_ text: String) {
        say("Warning: " + text, as: .warning)
    }

    /// Says that something went wrong, and what to do next.
    package func error(_ description: String, hint: String? = nil) {
        say("Error: " + description, as: .error)
        if let hint { say(hint, as: .hint) }
    }

    /// Asks for a line, and leaves the cursor behind the question.
    package func prompt(_ text: String) {
        update { state in
            state.interruptReply(for: .standardError)
            let traits = state.screen.traits(of: .standardError)
            state.screen.write(
                traits.isTerminal ? Sanitizer.cleanLine(text) : text, to: .standardError)
        }
    }

    /// Whether nobody wants remarks; one who reads no answers does not.
    private var isSilent: Bool { isQuiet || isClosed }

    private func say(_ text: String, as style: Style) {
        update { state in
            state.interruptReply(for: .standardError)
            let traits = state.screen.traits(of: .standardError)
            let message = StreamedText.whole(text, as: style, traits: traits)
            state.screen.writeLines(message, to: .standardError)
        }
    }
}
