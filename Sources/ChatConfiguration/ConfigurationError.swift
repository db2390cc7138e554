package import Chat

/// What can be wrong with the configuration.
package struct ConfigurationError: ChatFailure, Hashable {
    /// What kind of thing failed; mostly it is a matter of what was asked for.
    package let kind: ChatFailureKind
    /// What is wrong, and where.
    package let description: String
    /// What to do next.
    package let hint: String?
    /// The line of the file, where it is the file's fault.
    let line: Int?

    /// Makes an error.
    init(
        _ description: String, hint: String?, line: Int? = nil, kind: ChatFailureKind = .usage
    ) {
        self.kind = kind
        self.description = description
        self.hint = hint
        self.line = line
    }

    /// A value is not what its key takes.
    static func badValue(
        _ written: String, of key: ConfigurationKey, at origin: ConfigurationOrigin,
        _ problem: ValueProblem
    ) -> ConfigurationError {
        let shown =
            key.isSecret
            ? SecretText.hidden
            : key.kind == .address ? SecretText.hidingPassword(in: written) : written
        return ConfigurationError(
            "\(subject(key, origin)) is “\(shown)”, which is \(problem.words).",
            hint: problem.hint, line: origin.line)
    }

    /// A value that its user does not take, in the user's words.
    package static func refused(
        _ key: ConfigurationKey, at origin: ConfigurationOrigin, by failure: any ChatFailure
    ) -> ConfigurationError {
        ConfigurationError(
            "\(subject(key, origin)) cannot be used. \(failure.description)", hint: failure.hint,
            line: origin.line)
    }

    /// There is no such key in the file.
    static func unknownKey(_ name: String, at origin: ConfigurationOrigin) -> ConfigurationError {
        ConfigurationError(
            "There is no key \(name), at \(origin)",
            hint: nearestKey(name).map { "Did you mean \($0)?" }
                ?? "ollama-chat config show lists the keys.",
            line: origin.line)
    }

    /// There is no such variable.
    static func unknownVariable(_ name: String) -> ConfigurationError {
        let near = NearestName.of(name, among: ConfigurationKey.all.map(\.variable))
        return ConfigurationError(
            "The environment variable \(name) is not known.",
            hint: near.map { "Did you mean \($0)?" } ?? "The manual page lists the variables.")
    }

    /// A key that holds others was given one value.
    static func notATable(_ name: String, at origin: ConfigurationOrigin) -> ConfigurationError {
        let inside = ConfigurationKey.all.map(\.name).filter { $0.hasPrefix("\(name).") }
        let some = inside.isEmpty ? ["\(name).X-Team"] : inside.prefix(2)
        return ConfigurationError(
            "\(name) is a table and takes no value of its own, at \(origin)",
            hint: "Set the keys in it, such as \(some.joined(separator: " or "))",
            line: origin.line)
    }

    /// The file is not TOML.
    static func notTOML(_ path: String, _ error: TOMLDocument.SyntaxError) -> ConfigurationError {
        ConfigurationError(
            "The configuration cannot be read at \(path):\(error.line):\(error.column)",
            hint: error.words, line: error.line)
    }

    /// The file cannot be read.
    static func unreadable(_ path: String, _ words: String) -> ConfigurationError {
        ConfigurationError("The configuration \(path) cannot be read: \(words).", hint: nil)
    }

    /// The file cannot be made.
    static func unwritable(_ path: String, _ words: String) -> ConfigurationError {
        ConfigurationError("The configuration \(path) cannot be made: \(words).", hint: nil)
    }

    /// Others can read the secrets in the file.
    static func exposed(_ path: String, secret: String) -> ConfigurationError {
        ConfigurationError(
            "The configuration \(path) holds a secret (\(secret)), and others can read it.",
            hint: "Run chmod 600 \(shellWord(path))")
    }

    /// The file with secrets belongs to somebody else.
    static func foreign(_ path: String, secret: String, user: UInt32) -> ConfigurationError {
        ConfigurationError(
            "The configuration \(path) holds a secret (\(secret)), and belongs to another user.",
            hint: "Run chown \(user) \(shellWord(path)) && chmod 600 \(shellWord(path))")
    }

    /// It is not known where the file would be.
    package static let homeUnknown = ConfigurationError(
        "The home directory is not known, and so neither is the place of the configuration.",
        hint: "Set HOME or XDG_CONFIG_HOME.")
}

extension ConfigurationError {
    private static func subject(_ key: ConfigurationKey, _ origin: ConfigurationOrigin) -> String {
        switch origin {
        case .file: "\(key.name) at \(origin)"
        default: "\(origin)"
        }
    }

    /// The key most like a name; a key in a table may have been written without it.
    private static func nearestKey(_ name: String) -> String? {
        let names = ConfigurationKey.all.map(\.name)
        let inTable = names.filter { $0.hasSuffix(".\(name)") }
        return inTable.count == 1 ? inTable[0] : NearestName.of(name, among: names)
    }

    private static func shellWord(_ path: String) -> String {
        let isPlain = path.utf8.allSatisfy { byte in
            byte >= 0x80 || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte
                || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
                || "0123456789/._-+@%:".utf8.contains(byte)
        }
        return isPlain
            ? path
            : "'\(path.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#))'"
    }
}

extension ConfigurationOrigin {
    /// The line of the file.
    fileprivate var line: Int? {
        guard case .file(_, let line) = self else { return nil }
        return line
    }
}
