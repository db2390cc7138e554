import Chat

extension REPLError {
    /// There is no folder for templates.
    static let noTemplates = REPLError(.usage, "There are no templates here.")

    /// Only the shell can open an editor.
    static func editsTemplate(_ name: String) -> REPLError {
        REPLError(
            .usage, "Templates are not edited at the prompt.",
            hint: "Leave, and run ollama-chat template edit \(name)")
    }

    /// In the shell it is an option that begins a session.
    static func usesTemplate(_ name: String) -> REPLError {
        REPLError(
            .usage, "In the shell an option begins a session with a template.",
            hint: "Run ollama-chat --template \(name)")
    }

    /// Only the prompt has a session that is meant unless told.
    static let noSessionToSave = REPLError(
        .usage, "No session is named.", hint: "Name it: ollama-chat template save NAME SESSION.")

    /// A value is for a variable that the template does not have.
    static func unknownVariable(
        _ variable: String, of template: String, among variables: [String]
    ) -> REPLError {
        let near = NearestName.of(variable, among: variables)
        return REPLError(
            .usage, "The template \(template) has no variable \(variable).",
            hint: near.map { "Did you mean \($0)?" }
                ?? (variables.isEmpty
                    ? "It has none." : "It asks for \(variables.joined(separator: ", "))."))
    }

    /// Values are missing, and nobody can be asked.
    static func missingVariables(_ variables: [String], of template: String) -> REPLError {
        REPLError(
            .usage,
            "The template \(template) asks for what is not given: "
                + "\(variables.joined(separator: ", ")).",
            hint: "Add " + variables.map { "--var \($0)=…" }.joined(separator: " "))
    }
}
