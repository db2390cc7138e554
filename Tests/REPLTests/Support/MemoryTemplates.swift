import Chat
import REPL
import Synchronization

/// Templates that are in no folder.
final class MemoryTemplates: TemplateDesk {
    /// There is no such template.
    struct Missing: ChatFailure {
        let name: String
        var kind: ChatFailureKind { .notFound }
        var description: String { "There is no template \(name)." }
        var hint: String? { nil }
    }

    private let templates: Mutex<[String: SessionTemplate]>

    init(_ templates: [String: SessionTemplate] = [:]) {
        self.templates = Mutex(templates)
    }

    func names() throws -> [String] { templates.withLock { $0.keys.sorted() } }

    func has(_ name: String) throws -> Bool { templates.withLock { $0[name] != nil } }

    func template(named name: String) throws -> SessionTemplate {
        guard let template = templates.withLock({ $0[name] }) else { throw Missing(name: name) }
        return template
    }

    func save(_ template: SessionTemplate, named name: String) throws {
        templates.withLock { $0[name] = template }
    }

    func delete(_ name: String) throws {
        guard templates.withLock({ $0.removeValue(forKey: name) }) != nil else {
            throw Missing(name: name)
        }
    }

    func edit(_ name: String) async throws {}
}
