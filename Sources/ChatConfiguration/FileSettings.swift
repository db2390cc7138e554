/// The settings of a file: its values, matched with the keys.
struct FileSettings {
    /// What the file sets.
    private(set) var settings: [ConfigurationKey: ConfigurationSetting] = [:]
    private let path: String
    private let document: TOMLDocument
    private let lines: [[String]: Int]

    /// Reads the file, where there is one.
    ///
    /// - Throws: The error on the first line that has one, and an error for secrets that others
    ///   can read.
    static func read(
        _ path: String
    ) throws(ConfigurationError) -> [ConfigurationKey: ConfigurationSetting] {
        guard let file = try ConfigurationFile.read(path) else { return [:] }
        let settings = try FileSettings(file.text, path: path).settings
        let secret = ConfigurationKey.all.first {
            settings[$0]?.holdsSecret(of: $0) ?? false
        }
        if let secret { try file.check(holding: secret) }
        return settings
    }

    /// Reads a text.
    ///
    /// - Throws: The error on the first line that has one.
    init(_ text: String, path: String) throws(ConfigurationError) {
        self.path = path
        do {
            document = try TOMLDocument(text)
        } catch {
            throw .notTOML(path, error)
        }
        lines = document.entries.isEmpty ? [:] : document.lines
        var problems: [ConfigurationError] = []
        for entry in document.entries {
            do {
                try take(entry)
            } catch {
                problems.append(error)
            }
        }
        if let first = problems.min(by: { $0.line ?? 0 < $1.line ?? 0 }) { throw first }
    }

    private mutating func take(_ entry: TOMLEntry) throws(ConfigurationError) {
        let name = entry.path.joined(separator: ".")
        let origin = ConfigurationOrigin.file(path: path, line: lines[entry.path] ?? 1)
        if Array(entry.path.dropLast()) == ConfigurationKey.headers.path {
            return try takeHeader(entry, at: origin)
        }
        if let key = ConfigurationKey.all.first(where: { $0.path == entry.path }),
            key.kind != .headers
        {
            settings[key] = try setting(entry.value, of: key, at: origin)
        } else if ConfigurationKey.all.contains(where: { $0.path.starts(with: entry.path) }) {
            guard entry.value == .emptyTable else { throw .notATable(name, at: origin) }
        } else {
            throw .unknownKey(name, at: origin)
        }
    }

    private mutating func takeHeader(
        _ entry: TOMLEntry, at origin: ConfigurationOrigin
    ) throws(ConfigurationError) {
        let key = ConfigurationKey.headers
        var headers: [String: String] = [:]
        var first = origin
        if let earlier = settings[key], case .headers(let values) = earlier.value {
            headers = values
            first = earlier.origin
        }
        do throws(ValueProblem) {
            guard case .text(let text) = entry.value, let name = entry.path.last else {
                throw key.kind.problem
            }
            headers[name] = try HeaderText.value(text, of: name)
        } catch {
            throw .badValue("", of: key, at: origin, error)
        }
        settings[key] = ConfigurationSetting(.headers(headers), written: "", from: first)
    }

    private func setting(
        _ value: TOMLEntry.Value, of key: ConfigurationKey, at origin: ConfigurationOrigin
    ) throws(ConfigurationError) -> ConfigurationSetting {
        do {
            return ConfigurationSetting(
                try key.kind.value(of: value), written: value.text, from: origin)
        } catch {
            throw .badValue(value.text, of: key, at: origin, error)
        }
    }
}
