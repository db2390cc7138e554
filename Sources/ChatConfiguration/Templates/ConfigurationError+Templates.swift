import Chat

extension ConfigurationError {
    /// A template holds what it should not.
    ///
    /// - Parameters:
    ///   - words: What is wrong, behind “The template”.
    ///   - place: The file and the line.
    ///   - hint: What to write.
    /// - Returns: The error.
    static func template(_ words: String, at place: String, hint: String?) -> ConfigurationError {
        ConfigurationError("The template \(words), at \(place)", hint: hint)
    }

    /// There is no such template.
    static func noTemplate(_ name: String, near: String?) -> ConfigurationError {
        ConfigurationError(
            "There is no template \(name).",
            hint: near.map { "Did you mean \($0)?" }
                ?? "ollama-chat template list shows those that there are.", kind: .notFound)
    }

    /// The name cannot be that of a file.
    static func badTemplateName(_ name: String) -> ConfigurationError {
        ConfigurationError(
            "“\(name)” is no name for a template.",
            hint: "A name has up to 100 characters, no slash, and no dot at its beginning.")
    }

    /// Something cannot be done with the file of a template.
    static func templateFile(_ path: String, _ verb: String, _ words: String) -> ConfigurationError
    {
        ConfigurationError(
            "The template \(path) cannot be \(verb): \(words).", hint: nil, kind: .general)
    }
}
