package import Chat
import Terminal

/// A template that a session is to begin with, and what is known of its variables.
package struct TemplateUse: Hashable, Sendable {
    /// The name of the template.
    package let name: String
    /// The template, with its variables.
    package let template: SessionTemplate
    private let values: [String: String]

    /// Reads a template.
    ///
    /// - Parameters:
    ///   - name: Its name.
    ///   - values: What its variables stand for, as far as that is known.
    ///   - desk: Where templates are.
    /// - Throws: What is wrong with the template, and ``REPLError`` for the value of a variable
    ///   that it does not have.
    package init(
        _ name: String, with values: [String: String] = [:], at desk: any TemplateDesk
    ) throws {
        self.name = name
        self.values = values
        template = try desk.template(named: name)
        let variables = template.variables
        if let other = values.keys.filter({ !variables.contains($0) }).min() {
            throw REPLError.unknownVariable(other, of: name, among: variables)
        }
    }

    /// The variables whose value is not known.
    var missing: [String] { template.variables.filter { values[$0] == nil } }

    /// The template with values in the place of all variables.
    func filled(with answers: [String: String]) -> SessionTemplate {
        template.filled(with: values.merging(answers) { $1 })
    }
}

extension CommandContext {
    /// Begins a session with a template, and asks for what is missing.
    ///
    /// - Throws: ``REPLError`` where something is missing and nobody can be asked, or where the
    ///   model server does not have the model.
    package func use(_ use: TemplateUse) async throws {
        guard lines != nil || use.missing.isEmpty else {
            throw REPLError.missingVariables(use.missing, of: use.name)
        }
        var answers: [String: String] = [:]
        for variable in use.missing {
            let request = LinePromptRequest("\(variable): ", isQuestion: true)
            guard let answer = try await ask(request) else { throw CancellationError() }
            answers[variable] = answer
        }
        var template = use.filled(with: answers)
        if settings.model == nil, let asked = template.model {
            do {
                template.model = try await model(named: asked).name
            } catch let failure as any ChatFailure where failure.kind != .notFound {
                // A server that does not answer says so when it is asked for the reply.
            }
        }
        await beginSession(with: template)
        if door == .prompt { output.notice("A new session from the template \(use.name).") }
    }
}
