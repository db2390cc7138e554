extension Output {
    /// Shows a line below whatever is being written, faintly, until it is taken away with `nil`.
    ///
    /// It is for what a person does while a reply streams. It stays below the text as that grows,
    /// on a capable terminal only, and leaves no trace.
    package func footer(_ text: String?) {
        update { state in
            let traits = state.screen.traits(of: .standardError)
            guard traits.isCapable else { return }
            let line = text.map { text in
                CellWidth.truncated(
                    Sanitizer.cleanLine(text), to: max(0, (traits.columns ?? 80) - 1),
                    mark: traits.ellipsis)
            }
            state.screen.setFooter(line.map { traits.renderer.render($0, as: .faint) })
        }
    }
}
