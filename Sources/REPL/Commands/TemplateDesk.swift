package import Chat

/// The templates, as commands work with them.
///
/// Errors are ``Chat/ChatFailure`` values: `notFound` for a template that is not there, `usage` for
/// a name that none can have and for what is wrong in a file.
package protocol TemplateDesk: Sendable {
    /// The names of the templates, sorted.
    func names() throws -> [String]
    /// Whether there is a template of a name.
    func has(_ name: String) throws -> Bool
    /// Reads a template.
    func template(named name: String) throws -> SessionTemplate
    /// Writes a template; one that has the name already is replaced.
    func save(_ template: SessionTemplate, named name: String) throws
    /// Removes a template.
    func delete(_ name: String) throws
    /// Lets the person edit a template, which need not be there, and checks it afterwards.
    func edit(_ name: String) async throws
}
