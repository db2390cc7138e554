/// Something that can be configured: by an option, a variable, or a key of the file.
///
/// ``all`` lists the keys; the reader of the file, that of the environment, `config show`, the file
/// that `config edit` begins with and the test of the manual page all read it.
package struct ConfigurationKey: Hashable, Sendable {
    /// The name in the file, with a dot behind the name of a table.
    package let name: String
    /// What values it takes.
    package let kind: ConfigurationKind
    /// What it does, in one line.
    package let summary: String
    /// Whether its value is never shown.
    package let isSecret: Bool
    /// The option of the command line, where there is one.
    package let option: String?
    /// A variable of another program that is read where ``variable`` is not set.
    package let sharedVariable: String?
    /// What holds where nothing is set, where that is a value.
    package let standard: String?
    /// A value, as the file has it.
    let example: String

    /// Describes a key.
    init(
        _ name: String, _ kind: ConfigurationKind, _ summary: String, isSecret: Bool = false,
        option: String? = nil, sharedVariable: String? = nil, standard: String? = nil,
        example: String
    ) {
        self.name = name
        self.kind = kind
        self.summary = summary
        self.isSecret = isSecret
        self.option = option
        self.sharedVariable = sharedVariable
        self.standard = standard
        self.example = example
    }

    /// What the names of all variables begin with.
    package static let variablePrefix = "OLLAMA_CHAT_"

    /// The environment variable.
    package var variable: String {
        Self.variablePrefix + name.uppercased().split(separator: ".").joined(separator: "_")
    }

    /// The names of the tables in the file, and of the key itself.
    var path: [String] { name.split(separator: ".").map(String.init) }

    /// The key of a name.
    package static func named(_ name: String) -> ConfigurationKey? {
        all.first { $0.name == name }
    }
}
