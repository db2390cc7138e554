import Chat

/// What is taken along of a session, in words.
struct SessionContents {
    /// The system prompt.
    let system: String?
    /// How many options.
    let options: Int
    /// How many messages.
    let messages: Int

    /// ` with the system prompt, 1 option and 4 messages`, or nothing.
    var words: String {
        let parts = [
            system.map { _ in "the system prompt" },
            options == 0 ? nil : options == 1 ? "1 option" : "\(options) options",
            messages == 0 ? nil : Count.messages(messages),
        ].compactMap(\.self)
        guard let last = parts.last else { return "" }
        let others = parts.dropLast().joined(separator: ", ")
        return others.isEmpty ? " with \(last)" : " with \(others) and \(last)"
    }
}
