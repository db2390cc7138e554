import Chat
import ChatConfiguration
import REPL
import Terminal

/// The templates of this user, in the folder of the configuration.
struct TemplateFileDesk: TemplateDesk {
    private let output: Output?

    /// Makes a desk.
    ///
    /// - Parameter output: Where remarks go, where somebody wants them.
    init(_ output: Output? = nil) {
        self.output = output
    }

    func names() throws -> [String] { try folder().names() }

    func has(_ name: String) throws -> Bool { try folder().has(name) }

    func template(named name: String) throws -> SessionTemplate {
        try folder().template(named: name)
    }

    func save(_ template: SessionTemplate, named name: String) throws {
        try folder().save(template, named: name)
    }

    func delete(_ name: String) throws { try folder().delete(name) }

    func edit(_ name: String) async throws {
        let folder = try folder()
        try await TextEditor.edit(try folder.begin(name)) {
            _ = try folder.template(named: name)
        }
        output?.notice("The template \(name) is in order.")
    }

    private func folder() throws -> TemplateFolder {
        TemplateFolder(path: try ConfigurationPath.templates(in: ProcessEnvironment.variables))
    }
}
