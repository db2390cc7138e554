import Chat

/// A template as it is read from the text of its file.
struct TemplateDocument {
    private static let keys = ["model", "system", "options", "messages"]

    /// The template.
    private(set) var template = SessionTemplate()
    private let path: String
    private let document: TOMLDocument

    /// Reads a text.
    ///
    /// - Parameters:
    ///   - text: The text of the file.
    ///   - path: Where the file is, for errors.
    /// - Throws: An error that names the line.
    init(_ text: String, path: String) throws(ConfigurationError) {
        self.path = path
        do {
            document = try TOMLDocument(text)
        } catch {
            throw .template(
                "cannot be read", at: "\(path):\(error.line):\(error.column)", hint: error.words)
        }
        for entry in document.entries { try take(entry) }
    }

    private mutating func take(_ entry: TOMLEntry) throws(ConfigurationError) {
        switch (entry.path.first, entry.path.count, entry.value) {
        case ("model", 1, _):
            template.model = try text(entry, of: .model)
        case ("system", 1, _):
            template.systemPrompt = try text(entry, of: .system)
        case ("messages", 1, .tables(let tables)):
            for (index, table) in tables.enumerated() {
                template.messages.append(
                    try message(table, at: entry.path + ["\(index)"]))
            }
        case ("options", 1, .emptyTable), ("messages", 1, .texts([])): break
        case ("options", 2, _):
            let name = entry.path[1]
            guard let option = ModelOption.named(name) else {
                throw unknown(entry, among: ModelOption.all.map { "options.\($0.name)" })
            }
            guard case .option(let value) = try value(entry, of: .option(option)) else { break }
            template.options[name] = value
        case ("messages", 1, _):
            throw .template(
                "has messages that are none", at: place(of: entry.path),
                hint: "Each begins with [[messages]], and has a role and a content.")
        default: throw unknown(entry, among: Self.keys)
        }
    }

    private func message(
        _ table: [TOMLEntry], at path: [String]
    ) throws(ConfigurationError) -> Message {
        var texts: [String: String] = [:]
        for entry in table {
            guard entry.path.count == 1, ["role", "content"].contains(entry.path[0]) else {
                throw unknown(
                    TOMLEntry(path: path + entry.path, value: entry.value),
                    among: ["role", "content"])
            }
            guard case .text(let text) = entry.value else {
                throw .template(
                    "has a message whose \(entry.path[0]) is no text",
                    at: place(of: path + entry.path), hint: nil)
            }
            texts[entry.path[0]] = text
        }
        guard let content = texts["content"], let role = texts["role"].map(Role.init) else {
            throw .template(
                "has a message without a \(texts["role"] == nil ? "role" : "content")",
                at: place(of: path), hint: "Write role = \"user\" and content = \"…\"")
        }
        guard Role.known.contains(role) else {
            throw .template(
                "has a message with the role “\(role.rawValue)”", at: place(of: path + ["role"]),
                hint: "A role is \(Role.known.map(\.rawValue).joined(separator: ", ")).")
        }
        return Message(role: role, content: content)
    }

    private func text(
        _ entry: TOMLEntry, of key: ConfigurationKey
    ) throws(ConfigurationError) -> String? {
        guard case .text(let text) = try value(entry, of: key) else { return nil }
        return text
    }

    private func value(
        _ entry: TOMLEntry, of key: ConfigurationKey
    ) throws(ConfigurationError) -> ConfigurationValue {
        do {
            return try key.kind.value(of: entry.value)
        } catch {
            throw .badValue(
                entry.value.text, of: key,
                at: .file(path: path, line: document.lines[entry.path] ?? 1), error)
        }
    }

    private func unknown(_ entry: TOMLEntry, among names: [String]) -> ConfigurationError {
        let name = entry.path.joined(separator: ".")
        let last = entry.path.last ?? name
        let near = NearestName.of(name, among: names) ?? NearestName.of(last, among: names)
        return .template(
            "has the key \(last), which is not known", at: place(of: entry.path),
            hint: near.map { "Did you mean \($0)?" }
                ?? "There are \(names.prefix(4).joined(separator: ", ")).")
    }

    /// The line of a key, which is looked for only where something is wrong with it.
    private func place(of path: [String]) -> String {
        "\(self.path):\(document.lines[path] ?? 1)"
    }
}
