/// The file that an editor is opened on where there is none yet.
package enum ConfigurationTemplate {
    /// All keys, explained and commented out.
    package static var text: String {
        let head = """
            # The configuration of ollama-chat. A key without the # before it is set.
            # An option of the command line, or the environment variable, takes precedence.
            # See ollama-chat(1).

            """
        return ConfigurationKey.all.reduce(into: head) { text, key in
            text += "\n# \(key.summary) \(key.variable)\n# \(key.name) = \(key.example)\n"
        }
    }

    /// Makes the file, for this user only, unless it is there.
    package static func write(to path: String) throws(ConfigurationError) {
        try ConfigurationFile.make(path, text)
    }
}
