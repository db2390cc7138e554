import PlatformFoundation

/// JSON as Ollama writes it.
enum StubJSON {
    /// A text, with the escapes that Go adds.
    static func text(_ text: String) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        let bytes = (try? encoder.encode(text)) ?? Data()
        return String(decoding: bytes, as: UTF8.self)
            .replacing("<", with: "\\u003c").replacing(">", with: "\\u003e")
            .replacing("&", with: "\\u0026")
    }

    /// A text, or `null`.
    static func text(_ text: String?) -> String { text.map { self.text($0) } ?? "null" }
}
