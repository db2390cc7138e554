package import Chat
import Files
import PlatformFoundation

/// The folder of templates, a readable file for each.
package struct TemplateFolder: Sendable {
    private static let ending = ".toml"
    /// A longer file is something else by mistake.
    private static let longest = 4 << 20
    private static let longestName = 100

    private let path: String

    /// Names a folder, which need not be there.
    package init(path: String) {
        self.path = path
    }

    /// The names of the templates, sorted.
    package func names() throws(ConfigurationError) -> [String] {
        guard FileSystem.exists(path) else { return [] }
        let files: [String]
        do {
            files = try FileManager.default.contentsOfDirectory(atPath: path)
        } catch {
            throw .templateFile(path, "listed", "the folder cannot be read")
        }
        return files.filter { $0.hasSuffix(Self.ending) }
            .map { String($0.dropLast(Self.ending.count)) }
            .filter(Self.isName).sorted()
    }

    /// Where the file of a template is, or would be.
    ///
    /// - Throws: An error for a name that a template cannot have.
    package func file(of name: String) throws(ConfigurationError) -> String {
        guard Self.isName(name) else { throw .badTemplateName(name) }
        return "\(path)/\(name)\(Self.ending)"
    }

    /// Whether there is a template of a name.
    package func has(_ name: String) throws(ConfigurationError) -> Bool {
        FileSystem.exists(try file(of: name))
    }

    /// Reads a template.
    ///
    /// - Throws: An error where there is none, and for what is wrong in its file, with the line.
    package func template(named name: String) throws(ConfigurationError) -> SessionTemplate {
        let path = try file(of: name)
        let file: TextFile?
        do {
            file = try TextFile.read(path, atMost: Self.longest)
        } catch {
            throw .templateFile(path, "read", error.words)
        }
        guard let file else { throw missing(name) }
        return try TemplateDocument(file.text, path: path).template
    }

    /// Writes a template, for this user only; one that has the name already is replaced.
    package func save(
        _ template: SessionTemplate, named name: String
    ) throws(ConfigurationError) {
        try write(TemplateText.text(of: template), to: try file(of: name), replacing: true)
    }

    /// Makes a file to be edited, unless it is there.
    ///
    /// - Returns: Where the file is.
    package func begin(_ name: String) throws(ConfigurationError) -> String {
        let path = try file(of: name)
        if !FileSystem.exists(path) {
            try write(TemplateText.beginning, to: path, replacing: false)
        }
        return path
    }

    /// Removes a template.
    package func delete(_ name: String) throws(ConfigurationError) {
        let path = try file(of: name)
        guard FileSystem.exists(path) else { throw missing(name) }
        do {
            try FileSystem.remove(path)
        } catch {
            throw .templateFile(path, "removed", error.words)
        }
    }

    private func write(
        _ text: String, to path: String, replacing: Bool
    ) throws(ConfigurationError) {
        do {
            try TextFile.write(text, to: path, replacing: replacing)
        } catch {
            throw .templateFile(path, "written", error.words)
        }
    }

    private func missing(_ name: String) -> ConfigurationError {
        .noTemplate(name, near: NearestName.of(name, among: (try? names()) ?? []))
    }

    private static func isName(_ name: String) -> Bool {
        !name.isEmpty && name.count <= longestName && name.utf8.count <= 240
            && !name.hasPrefix(".") && !name.contains("/")
            && !name.unicodeScalars.contains { $0.properties.generalCategory == .control }
            && name.first?.isWhitespace == false && name.last?.isWhitespace == false
    }
}
