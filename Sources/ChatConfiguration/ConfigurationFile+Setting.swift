import Files

extension ConfigurationFile {
    /// Sets a key in the file to a text, and leaves everything else in it as it is.
    ///
    /// - Throws: An error where the file cannot be read or written, and where the key stands in it
    ///   in a way that only a person should change.
    static func set(
        _ key: ConfigurationKey, to value: String, in path: String
    ) throws(ConfigurationError) {
        let text = try read(path)?.text ?? ""
        let changed = try setting(key, to: value, in: text, at: path)
        guard try FileSettings(changed, path: path).settings[key]?.value == .text(value) else {
            throw .unwritable(path, "\(key.name) is to be set by hand")
        }
        do {
            try TextFile.write(changed, to: path, replacing: true)
        } catch {
            throw .unwritable(path, error.words)
        }
    }

    /// A text in which a key is set: where it stands, in its table, or before all tables.
    private static func setting(
        _ key: ConfigurationKey, to value: String, in text: String, at path: String
    ) throws(ConfigurationError) -> String {
        let document: TOMLDocument
        do {
            document = try TOMLDocument(text)
        } catch {
            throw .notTOML(path, error)
        }
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let quoted = value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        let table = "[\(key.path.dropLast().joined(separator: "."))]"
        if let line = document.lines[key.path], lines.indices.contains(line - 1) {
            let name = lines[line - 1].prefix { $0 != "=" }
            lines[line - 1] = "\(name)= \"\(quoted)\""
        } else if let line = lines.firstIndex(where: { $0.filter { $0 != " " } == table }) {
            lines.insert("\(key.path.last ?? "") = \"\(quoted)\"", at: line + 1)
        } else {
            if lines.last != "" { lines.append("") }
            let end = lines.firstIndex { $0.first { $0 != " " } == "[" } ?? lines.count - 1
            lines.insert("\(key.name) = \"\(quoted)\"", at: end)
        }
        return lines.joined(separator: "\n")
    }
}

extension ConfigurationTemplate {
    /// Sets a key in the file, which is made where there is none, to a text.
    ///
    /// - Throws: What keeps the file from being read or written.
    package static func set(
        _ key: ConfigurationKey, to value: String, in path: String
    ) throws(ConfigurationError) {
        try write(to: path)
        try ConfigurationFile.set(key, to: value, in: path)
    }
}
